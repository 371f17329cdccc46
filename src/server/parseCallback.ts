import { z } from 'zod';
import type { Callback, CallbackPayment } from './callback.js';
import { CheckoutError } from './checkoutError.js';

const text = z.string().min(1);
const maybe = z.string().nullish();

// As one of AltaPay's own clients reads it (mark C): what is not needed may be absent.
const jsonSchema = z.looseObject({
  paymentId: text,
  sessionId: maybe,
  status: text,
  requiresCapture: z.boolean().nullish(),
  customerErrorMessage: maybe,
  customerMessageMustBeShown: z.boolean().nullish(),
  merchantErrorMessage: maybe,
  merchantErrorCode: maybe,
  order: z.looseObject({ orderId: text, amount: z.number(), currency: text }),
  cardInformation: z.looseObject({ lastFourDigits: maybe }).nullish(),
});

const formSchema = z.looseObject({
  payment_id: text,
  status: text,
  shop_orderid: text,
  amount: z.string().regex(/^\d+(\.\d+)?$/),
  currency: text,
  error_message: maybe,
  merchant_error_message: maybe,
  cardholder_message_must_be_shown: maybe,
});

/**
 * Reads the body of a callback, in any of the forms it comes in. Only called once its signature is right.
 *
 * @throws CheckoutError `callback_malformed`; it names the fields.
 */
export function parseCallback(body: string): Callback {
  if (/^\s*\{/.test(body)) return { format: 'JSON', payment: readJson(body), fields: {} };
  if (/^\s*</.test(body)) return { format: 'XML', xml: body };
  // A Map first: a field named `__proto__` must stay a field.
  const fields = Object.fromEntries(new Map(new URLSearchParams(body)));
  return fields.json === undefined
    ? { format: 'FORM', payment: readForm(fields), fields }
    : { format: 'JSON', payment: readJson(fields.json), fields };
}

function readJson(json: string): CallbackPayment {
  const { order, ...body } = read(jsonSchema, parseJson(json));
  return withoutBlanks({
    paymentId: body.paymentId,
    sessionId: body.sessionId,
    status: body.status.toUpperCase(),
    order: { orderId: order.orderId, amount: order.amount, currency: order.currency },
    requiresCapture: body.requiresCapture,
    customerErrorMessage: body.customerErrorMessage,
    customerMessageMustBeShown: body.customerMessageMustBeShown ?? false,
    merchantErrorMessage: body.merchantErrorMessage,
    merchantErrorCode: body.merchantErrorCode,
    lastFourDigits: body.cardInformation?.lastFourDigits,
  });
}

function readForm(fields: Readonly<Record<string, string>>): CallbackPayment {
  const form = read(formSchema, fields);
  return withoutBlanks({
    paymentId: form.payment_id,
    status: form.status.toUpperCase(),
    order: { orderId: form.shop_orderid, amount: Number(form.amount), currency: form.currency },
    customerErrorMessage: form.error_message,
    customerMessageMustBeShown: /^(1|true)$/i.test(form.cardholder_message_must_be_shown ?? ''),
    merchantErrorMessage: form.merchant_error_message,
  });
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new CheckoutError('callback_malformed', 'The callback holds no readable JSON.', { cause });
  }
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = [...new Set(result.error.issues.map(({ path }) => path.join('.') || 'body'))];
  throw new CheckoutError(
    'callback_malformed',
    `The callback is missing, or has another kind of: ${fields.join(', ')}.`,
    {
      fields: fields.map((field) => ({ field, message: 'is missing or of the wrong kind' })),
    },
  );
}

type Blanks = { readonly [Name in keyof CallbackPayment]: CallbackPayment[Name] | null };

/** Leaves out what the callback left empty: an absent message is no message. */
function withoutBlanks(payment: Blanks): CallbackPayment {
  const said = Object.entries(payment).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return Object.fromEntries(said) as CallbackPayment;
}
