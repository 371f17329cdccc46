import { z } from 'zod';
import { guardUrl, isPrivateHost } from '../core/guardUrl.js';
import { isId } from '../core/isId.js';
import { parseUrl } from '../core/parseUrl.js';
import { CheckoutError, type FieldProblem } from './checkoutError.js';
import type { PaymentLinkOptions } from './paymentLinkOptions.js';
import { orderSchema, text } from './orderSchema.js';

type IsUrl = (value: unknown) => boolean;

const URL_WANTED = 'must be an absolute https URL';
const minutes = z.number('must be a number').positive('must be more than 0 minutes').optional();
const milliseconds = z.number('must be a number').positive('must be more than 0 milliseconds').optional();

/**
 * Holds the options against what Checkout is known to take, before anything is sent.
 *
 * @returns The API's address, ending in a slash.
 * @throws CheckoutError `options_invalid`, with every field that is wrong. No value of a credential is in it.
 */
export function checkOptions(options: PaymentLinkOptions): URL {
  const apiUrl = parseUrl(options.apiUrl) ?? new URL('none:');
  // A sandbox on this machine has no certificate; what is said to it stays here.
  const allowPrivateHttp = apiUrl.protocol === 'http:' && isPrivateHost(apiUrl.hostname);
  const isUrl: IsUrl = (value) => guardUrl(value, { allowPrivateHttp }) !== undefined;
  const isApi = isUrl(apiUrl.href) && !apiUrl.search && !apiUrl.hash;
  const session = options.sessionId === undefined ? newSession(isUrl) : knownSession;
  const problems = [commonOptions(isUrl, isApi), session].flatMap(
    (schema) => schema.safeParse(options).error?.issues ?? [],
  );
  if (problems.length > 0) throw invalid(problems.map(toProblem));
  return new URL(apiUrl.href.replace(/\/*$/, '/'));
}

/** An `options_invalid` that names every field. */
export function invalid(fields: readonly FieldProblem[]): CheckoutError {
  const message = fields.map(({ field, message }) => `${field} ${message}`).join('; ');
  return new CheckoutError('options_invalid', `${message}.`, { fields });
}

const webUrl = (isUrl: IsUrl) =>
  z
    .union([z.string(), z.instanceof(URL)], 'must be a URL')
    .refine((value) => isUrl(String(value)), URL_WANTED);

const commonOptions = (isUrl: IsUrl, isApi: boolean) =>
  z.looseObject({
    apiUrl: z
      .unknown()
      .refine(
        () => isApi,
        'must be the https address of the Checkout API, without user name, query or fragment',
      ),
    credentials: z.looseObject({
      // A colon ends the name (RFC 7617).
      username: text.regex(/^[^:]*$/, 'must not hold a colon'),
      password: text,
    }),
    url: webUrl(isUrl).optional(),
    size: z.int('must be a whole number of pixels').positive('must be more than 0 pixels').optional(),
    validityTime: minutes,
    activationTime: minutes,
    timeouts: z.looseObject({ attemptMs: milliseconds, totalMs: milliseconds }).optional(),
  });

function newSession(isUrl: IsUrl) {
  const callback = z
    .looseObject({ type: z.enum(['URL', 'FUNCTION'], 'must be URL or FUNCTION'), value: text })
    .refine(({ type, value }) => type !== 'URL' || isUrl(value), { path: ['value'], error: URL_WANTED });
  const address = z.union([z.string().refine(isUrl, URL_WANTED), callback], URL_WANTED).optional();
  return z.looseObject({
    order: orderSchema,
    callbacks: z
      .looseObject({
        success: callback.optional(),
        failure: callback.optional(),
        redirect: address,
        notification: address,
        formStyling: address,
        bodyFormat: z.enum(['XML', 'JSON'], 'must be XML or JSON').optional(),
      })
      .optional(),
    configuration: z.looseObject({}).optional(),
  });
}

const absent = z.undefined('belongs to a new session: leave it out beside sessionId').optional();
const knownSession = z.looseObject({
  sessionId: z.string().refine(isId, 'must be the id of a session'),
  order: absent,
  callbacks: absent,
  configuration: absent,
});

function toProblem({ path, message }: z.core.$ZodIssue): FieldProblem {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  return {
    field: parts.join('').replace(/^\./, '') || 'options',
    message: message.startsWith('Invalid input') ? 'is missing or of the wrong kind' : message,
  };
}
