import { PaymentError } from '../errors.js';

// Statuses after which no payment exists. Everything else is unclear, also a page that has stopped asking or a device that
// has gone offline since the request left: the server may have had it all.
const NOT_CREATED = /^(400|401|403|404|410|422|429)$/;

/**
 * What a failed request for a payment means for the payer's money.
 *
 * @param error - Why it failed.
 * @returns The error itself where no payment exists, with `server` for a refusal that says no more; otherwise `outcome_unclear`.
 */
export function toOutcome(error: PaymentError): PaymentError {
  const { code, reason = code, status, apiCode, correlationId, retryAfterMs } = error;
  if (code.startsWith('session_')) return error;
  const details = { status, apiCode, correlationId };
  if (!NOT_CREATED.test(String(status)))
    return new PaymentError('outcome_unclear', 'It is not known whether a payment was created.', {
      reason,
      ...details,
      cause: error,
    });
  // To a load it says that the link is broken; a payment was asked for by a link that works.
  return code === 'link_malformed'
    ? new PaymentError('server', error.message, { ...details, retryAfterMs })
    : error;
}
