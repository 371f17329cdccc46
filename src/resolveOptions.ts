import type { InitFromQROptions, MethodHandler, Settings } from './options.js';
import { PaymentError } from './errors.js';

/**
 * Checks every option and fills in every default, once.
 *
 * @throws PaymentError `options_invalid`, naming the option, what came and what is wanted.
 */
export function resolveOptions(options: Partial<InitFromQROptions>): Settings {
  if (!is(options, 'object')) throw wrong('options', options, 'an object such as { apiUrl: "https://…" }');
  for (const [kind, names] of KINDS)
    for (const name of names) {
      const value = options[name];
      if (value !== undefined && !is(value, kind))
        throw wrong(name, value, `${kind === 'object' ? 'an' : 'a'} ${kind}`);
    }
  const { apiHosts = [], appSchemes = [], redirectHosts, scrubUrl = 'fragment', timeouts = {} } = options;
  for (const [key, text] of Object.entries(options.messages ?? {}))
    if (!is(text, 'string')) throw wrong(`messages.${key}`, text, 'a string');
  if (!['fragment', 'remove', false].includes(scrubUrl))
    throw wrong('scrubUrl', scrubUrl, '"fragment", "remove" or false');
  return {
    ...options,
    apiUrl: toApiUrl(options.apiUrl),
    url: options.url === undefined ? undefined : toUrl('url', options.url),
    merchantName: options.merchantName ?? globalThis.location?.host ?? '',
    apiHosts: toHosts('apiHosts', apiHosts),
    ...(redirectHosts && { redirectHosts: toHosts('redirectHosts', redirectHosts) }),
    appSchemes: toNames('appSchemes', appSchemes, /^[a-z][a-z\d+.-]*$/i, 'mobilepay'),
    methodHandlers: toHandlers(options.methodHandlers ?? {}),
    timeouts: { attemptMs: 8_000, loadMs: 20_000, paymentMs: 20_000, ...toTimeouts(timeouts) },
    scrubUrl,
  };
}

type Kind = 'function' | 'boolean' | 'string' | 'object';

const KINDS: readonly [Kind, readonly (keyof InitFromQROptions)[]][] = [
  [
    'function',
    [
      'renewToken',
      'fetch',
      'navigate',
      'onReady',
      'onMethodSelected',
      'onBeforePay',
      'onPaymentInitiated',
      'onFailure',
      'onWarning',
      'onStateChange',
      'parsePaymentLink',
      'activate',
    ],
  ],
  ['boolean', ['idempotencyKey', 'debug']],
  ['string', ['merchantName', 'locale']],
  ['object', ['messages', 'appearance', 'methodHandlers', 'timeouts', 'signal']],
];

function is(value: unknown, kind: Kind): boolean {
  return typeof value === kind && value !== null;
}

// What came is told by type, and by value only where it cannot be a secret.
function wrong(option: string, value: unknown, wanted: string): PaymentError {
  const came = value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
  const mayShow = typeof value === 'string' && option !== 'url' && !/[@?#]/.test(value);
  const shown = mayShow ? `"${value.slice(0, 80)}"` : came;
  return new PaymentError('options_invalid', `Option "${option}": ${shown} came, wanted ${wanted}.`);
}

function toUrl(option: string, value: unknown): URL {
  try {
    return new URL(value as string | URL);
  } catch {
    throw wrong(option, value, 'an absolute URL');
  }
}

function toApiUrl(value: unknown): URL {
  const wanted =
    'the address of your Checkout API, e.g. "https://testgateway.altapaysecure.com/checkout/v1/api"';
  if (value === undefined) throw wrong('apiUrl', value, wanted);
  const url = toUrl('apiUrl', value);
  if (!/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    throw wrong('apiUrl', value, `${wanted}, without user name, query or fragment`);
  url.pathname = url.pathname.replace(/\/*$/, '/');
  return url;
}

function toNames(option: string, value: unknown, pattern: RegExp, example: string): readonly string[] {
  const fits = (name: unknown): boolean => typeof name === 'string' && pattern.test(name);
  if (!Array.isArray(value) || !value.every(fits))
    throw wrong(option, value, `an array such as ["${example}"]`);
  return value.map((name: string) => name.toLowerCase());
}

function toHosts(option: string, value: unknown): readonly string[] {
  return toNames(option, value, /^[a-z\d.-]+(:\d+)?$/i, 'pay.example.com');
}

// A Map, because a method's type comes from the API and could be `constructor`.
function toHandlers(handlers: Readonly<Record<string, MethodHandler>>): ReadonlyMap<string, MethodHandler> {
  const entries = Object.entries(handlers);
  for (const [type, handler] of entries)
    if (!is(handler, 'object') || !is(handler.start, 'function'))
      throw wrong(`methodHandlers.${type}`, handler, 'an object with a function "start"');
  return new Map(entries);
}

function toTimeouts(timeouts: NonNullable<InitFromQROptions['timeouts']>): object {
  for (const [name, value] of Object.entries(timeouts))
    if (typeof value !== 'number' || !(value > 0) || value > 2 ** 31 - 1)
      throw wrong(`timeouts.${name}`, value, 'a number of milliseconds above 0');
  return timeouts;
}
