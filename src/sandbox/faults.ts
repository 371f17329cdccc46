import { z } from 'zod';
import { apiPath } from './apiPath.js';
import type { ActiveFault, Fault } from './fault.js';

const times = z.union([z.int().positive(), z.literal('always')]).optional();
const match = z.custom<`${string} /${string}`>(
  (value) => typeof value === 'string' && /^(\*|[A-Z]+) \/\S*$/.test(value),
  'wants a method and a path, e.g. "GET /session/*/payment-methods"',
);
const status = z.int().min(200).max(599);

/** What every fault has. */
const common = { match, times };
const handled = z.boolean().optional();

export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('status'),
    status,
    code: z.string().optional(),
    retryAfter: z.union([z.string(), z.number()]).optional(),
    expose: z.boolean().optional(),
    handled,
  }),
  z.strictObject({ ...common, kind: z.enum(['html', 'noHeaders']), handled }),
  z.strictObject({ ...common, kind: z.literal('empty'), status: status.optional(), handled }),
  z.strictObject({ ...common, kind: z.literal('redirect'), status, url: z.string(), handled }),
  z.strictObject({ ...common, kind: z.literal('huge'), mebibytes: z.int().positive().optional(), handled }),
  z.strictObject({
    ...common,
    kind: z.literal('drift'),
    path: z.string().min(1),
    op: z.enum(['delete', 'null', 'retype', 'duplicate', 'set']),
    value: z.unknown().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.enum(['truncate', 'bom', 'corsOff', 'drip', 'truncatedBody', 'reset', 'refuse', 'killAfterBody']),
  }),
]) satisfies z.ZodType<Fault>;

export type Faults = {
  add(fault: Fault): void;
  list(): readonly ActiveFault[];
  clear(): void;
  /** The first fault that a request meets; it is used up by it. */
  take(request: Request): Fault | undefined;
};

/** Keeps the faults in the order they were given. */
export function createFaults(initial: readonly Fault[] = []): Faults {
  let entries: { fault: Fault; pattern: RegExp; left: number }[] = [];
  const faults: Faults = {
    add: (fault) =>
      void entries.push({
        fault,
        pattern: toPattern(fault.match),
        left: fault.times === 'always' ? Infinity : (fault.times ?? 1),
      }),
    list: () =>
      entries.map(({ fault, left }) => ({
        ...fault,
        left: Number.isFinite(left) ? left : ('always' as const),
      })),
    clear: () => (entries = []),
    take({ method, url }) {
      const { pathname } = new URL(url);
      const entry = entries.find(({ pattern }) => pattern.test(`${method} ${pathname}`));
      if (entry && (entry.left -= 1) === 0) entries = entries.filter((other) => other !== entry);
      return entry?.fault;
    },
  };
  initial.forEach(faults.add);
  return faults;
}

// `POST /payment` → the method, and the path with or without the API's own in front.
function toPattern(text: Fault['match']): RegExp {
  const [method = '', path = ''] = text.split(' ');
  const escape = (part: string): string => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const segments = escape(path).replaceAll('*', '[^/]+');
  return new RegExp(`^${method === '*' ? '[A-Z]+' : method} (?:${escape(apiPath)})?${segments}$`);
}
