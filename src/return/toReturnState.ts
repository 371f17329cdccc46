import { guardUrl, type UrlRules } from '../core/guardUrl.js';
import { isPlainObject } from '../core/isPlainObject.js';
import { sanitizeText } from '../core/sanitizeText.js';
import type { ReturnState } from './returnOptions.js';

const LONGEST_MESSAGE = 200;

/**
 * What the merchant's server said, as a state. Only a word that says so means paid, and only one that says so means not paid.
 *
 * @param raw - The answer, whatever it is.
 * @param rules - What the payment link may be besides any https address.
 * @param warn - Hears what is left out.
 */
export function toReturnState(raw: unknown, rules: UrlRules, warn: (warning: string) => void): ReturnState {
  const { status, message, paymentLink: link } = isPlainObject(raw) ? raw : {};
  const paymentLink = link === undefined || link === null ? undefined : guardUrl(link, rules);
  if (link && !paymentLink) warn('getStatus: "paymentLink" is no absolute https address and was left out.');
  switch (typeof status === 'string' ? status.toUpperCase() : '') {
    case 'SUCCEEDED':
    case 'PAID':
      return { name: 'paid' };
    case 'DECLINED':
    case 'FAILED':
      return { name: 'declined', paymentLink, message: sanitizeText(message, LONGEST_MESSAGE) || undefined };
    case 'CANCELLED':
      return { name: 'cancelled', paymentLink };
    case 'ERROR':
      return { name: 'unclear' };
    default:
      return { name: 'waiting' };
  }
}
