import { parseUrl } from './core/parseUrl.js';
import type { InitFromQROptions, MethodHandler, Settings } from './options.js';
import { PaymentError } from './errors.js';

/**
 * Checks every option and fills in every default, once.
 *
 * @throws PaymentError `options_invalid`, naming the option, what came and what is wanted.
 */
export function resolveOptions(options: Partial<InitFromQROptions>): Settings {
  for (const [wanted, names] of Object.entries(KINDS))
    for (const name of names.split(' ')) {
      const value: unknown = options[name as keyof InitFromQROptions];
      check(name, value, wanted, value === undefined || is(value, wanted));
    }
  checkAppearance(options.appearance);
  const { signal } = options;
  check('signal', signal, 'an AbortSignal', signal === undefined || is(signal?.addEventListener, 'function'));
  for (const [key, text] of Object.entries(options.messages ?? {}))
    check(`messages.${key}`, text, 'a string');
  const { apiHosts = [], appSchemes = [], redirectHosts, url, scrubUrl = 'fragment' } = options;
  checkOneOf('scrubUrl', scrubUrl, ['fragment', 'remove', false]);
  check('url', url, 'an absolute URL', url === undefined || parseUrl(url));
  return {
    ...options,
    apiUrl: toApiUrl(options.apiUrl),
    url: parseUrl(url),
    merchantName: options.merchantName ?? globalThis.location?.host ?? '',
    apiHosts: toHosts('apiHosts', apiHosts),
    ...(redirectHosts && { redirectHosts: toHosts('redirectHosts', redirectHosts) }),
    appSchemes: toNames('appSchemes', appSchemes, /^[a-z][a-z\d+.-]*$/i, 'mobilepay'),
    methodHandlers: toHandlers(options.methodHandlers ?? {}),
    timeouts: { attemptMs: 8_000, loadMs: 20_000, paymentMs: 20_000, ...toTimeouts(options.timeouts) },
    scrubUrl,
  };
}

const KINDS = {
  'a function':
    'renewToken fetch navigate onReady onMethodSelected onBeforePay onPaymentInitiated onFailure onWarning onStateChange parsePaymentLink activate',
  'a boolean': 'idempotencyKey payOnPhone debug',
  'a string': 'merchantName locale',
  'an object': 'messages appearance methodHandlers timeouts',
};

function is(value: unknown, wanted: string): boolean {
  return value !== null && wanted.endsWith(typeof value);
}

// What came is told by type, and by value only where it cannot be a secret.
function check(
  option: string,
  value: unknown,
  wanted: string,
  fits: unknown = is(value, wanted),
): asserts fits {
  if (fits) return;
  const came = value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
  const mayShow = typeof value === 'string' && option !== 'url' && !/[@?#]/.test(value);
  const shown = mayShow ? `"${value.slice(0, 80)}"` : came;
  throw new PaymentError('options_invalid', `Option "${option}": ${shown} came, wanted ${wanted}.`);
}

function checkOneOf(option: string, value: unknown, allowed: readonly unknown[]): void {
  check(option, value, `one of ${JSON.stringify(allowed)}`, allowed.includes(value));
}

function checkAppearance(appearance: InitFromQROptions['appearance']): void {
  const { theme = 'auto', preset = 'plain', variables = {} } = appearance ?? {};
  checkOneOf('appearance.theme', theme, ['auto', 'light', 'dark']);
  checkOneOf('appearance.preset', preset, ['plain', 'rounded', 'compact']);
  check('appearance.variables', variables, 'an object');
}

function toApiUrl(value: unknown): URL {
  const url = parseUrl(value);
  check(
    'apiUrl',
    value,
    'the address of your Checkout API without user name, query or fragment, e.g. "https://testgateway.altapaysecure.com/checkout/v1/api"',
    url && /^https?:$/.test(url.protocol) && !(url.username || url.search || url.hash),
  );
  return new URL(url.href.replace(/\/*$/, '/'));
}

function toNames(option: string, value: unknown, pattern: RegExp, example: string): readonly string[] {
  const fits = (name: unknown): boolean => typeof name === 'string' && pattern.test(name);
  check(option, value, `an array such as ["${example}"]`, Array.isArray(value) && value.every(fits));
  return value.map((name: string) => name.toLowerCase());
}

function toHosts(option: string, value: unknown): readonly string[] {
  return toNames(option, value, /^[a-z\d.-]+(:\d+)?$/i, 'pay.example.com');
}

// A Map, because a method's type comes from the API and could be `constructor`.
function toHandlers(handlers: Readonly<Record<string, MethodHandler>>): ReadonlyMap<string, MethodHandler> {
  const entries = Object.entries(handlers);
  for (const [type, handler] of entries)
    check(
      `methodHandlers.${type}`,
      handler,
      'an object with a function "start"',
      is(handler?.start, 'function'),
    );
  return new Map(entries);
}

function toTimeouts(timeouts: InitFromQROptions['timeouts']): object {
  for (const [name, value] of Object.entries(timeouts ?? {}))
    check(
      `timeouts.${name}`,
      value,
      'a number of milliseconds above 0',
      typeof value === 'number' && value > 0 && value < 2 ** 31,
    );
  return timeouts ?? {};
}
