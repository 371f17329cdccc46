import {
  $ZodNumber,
  $ZodObject,
  $ZodOptional,
  $ZodString,
  $ZodUnknown,
  type $strip,
  type $ZodShape,
  type $ZodType,
} from 'zod/v4/core';

/** The kinds of schema the API's answers need, straight from zod's core: its own makers weigh 800 bytes more. */
export const schema = {
  text: () => new $ZodString({ type: 'string' }),
  amount: () => new $ZodNumber({ type: 'number' }),
  object: <Shape extends $ZodShape>(shape: Shape) =>
    new $ZodObject({ type: 'object', shape }) as $ZodObject<Shape, $strip>,
  optional: <Inner extends $ZodType>(inner: Inner) =>
    new $ZodOptional({ type: 'optional', innerType: inner }) as $ZodOptional<Inner>,
  /** A field that is read by hand: a wrong one is left out, and takes nothing with it. */
  anything: () => new $ZodOptional({ type: 'optional', innerType: new $ZodUnknown({ type: 'unknown' }) }),
};
