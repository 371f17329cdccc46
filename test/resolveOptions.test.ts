import { describe, expect, it, vi } from 'vitest';
import { PaymentError } from '../src/errors.js';
import { resolveOptions } from '../src/resolveOptions.js';

const apiUrl = 'https://api.test/checkout/v1/api';
const resolve = (options: object) => resolveOptions({ apiUrl, ...options });

function refusalOf(options: object): PaymentError {
  try {
    resolve(options);
  } catch (error) {
    if (error instanceof PaymentError) return error;
  }
  throw new Error('The options were accepted.');
}

describe('what is left out', () => {
  it('gets its default', () => {
    expect(resolve({})).toMatchObject({
      url: undefined,
      merchantName: location.host,
      apiHosts: [],
      appSchemes: [],
      timeouts: { attemptMs: 8_000, loadMs: 20_000, paymentMs: 20_000 },
      scrubUrl: 'fragment',
    });
    expect(resolve({}).methodHandlers.size).toBe(0);
  });

  it('leaves any https host to be gone to: no list is not an empty list', () => {
    expect(resolve({}).redirectHosts).toBeUndefined();
    expect(resolve({ redirectHosts: [] }).redirectHosts).toEqual([]);
  });

  it('is the same as undefined', () => {
    expect(resolve({ fetch: undefined, scrubUrl: undefined, timeouts: undefined })).toMatchObject({
      scrubUrl: 'fragment',
      timeouts: { attemptMs: 8_000 },
    });
  });

  it('is never the API’s address', () => {
    const error = refusalOf({ apiUrl: undefined });
    expect(error.code).toBe('options_invalid');
    expect(error.message).toMatch(
      /^Option "apiUrl": undefined came, wanted the address of your Checkout API/,
    );
  });
});

describe('apiUrl', () => {
  it.each([
    ['https://api.test/checkout/v1/api', 'https://api.test/checkout/v1/api/'],
    ['https://api.test/checkout/v1/api/', 'https://api.test/checkout/v1/api/'],
    ['https://api.test/checkout/v1/api//', 'https://api.test/checkout/v1/api/'],
    ['https://api.test', 'https://api.test/'],
    ['http://127.0.0.1:4171/checkout/v1/api', 'http://127.0.0.1:4171/checkout/v1/api/'],
    [new URL('https://api.test/v1'), 'https://api.test/v1/'],
  ])('%s is taken as %s', (given, taken) => {
    expect(resolve({ apiUrl: given }).apiUrl.href).toBe(taken);
  });

  it('leaves the URL object it was given alone', () => {
    const given = new URL('https://api.test/v1');
    resolve({ apiUrl: given });
    expect(given.href).toBe('https://api.test/v1');
  });

  it.each([
    '',
    'api.test',
    '/checkout/v1/api',
    '//api.test',
    'ftp://api.test',
    'javascript:alert(1)',
    'https://api.test/?key=1',
    'https://api.test/#x',
    42,
    null,
    {},
  ])('%j is refused', (given) => {
    expect(refusalOf({ apiUrl: given }).message).toContain('"apiUrl"');
  });

  it('is refused with a user name or a query, of which nothing is told', () => {
    const { message } = refusalOf({ apiUrl: 'https://user:hunter2@api.test/' });
    expect(message).toContain('without user name');
    expect(message).not.toContain('hunter2');
    expect(refusalOf({ apiUrl: 'https://api.test/?key=hunter2' }).message).not.toContain('hunter2');
  });
});

describe('url, which holds the link', () => {
  it('is taken as an address or a URL object', () => {
    expect(resolve({ url: 'https://shop.test/#a' }).url?.href).toBe('https://shop.test/#a');
    expect(resolve({ url: new URL('https://shop.test/#a') }).url?.href).toBe('https://shop.test/#a');
  });

  it('is refused without a word of it, for it holds secrets', () => {
    const { code, message } = refusalOf({ url: '/pay#sessionId=5b8c&linkId=Zk3vY0tq8mQeR2LhXw7bNA' });
    expect(code).toBe('options_invalid');
    expect(message).toBe('Option "url": string came, wanted an absolute URL.');
  });
});

describe('every other option', () => {
  const FUNCTIONS = [
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
  ];
  const right: [string, unknown][] = [
    ...FUNCTIONS.map((name): [string, unknown] => [name, vi.fn()]),
    ['idempotencyKey', true],
    ['payOnPhone', false],
    ['debug', false],
    ['merchantName', 'Mug Shop'],
    ['locale', 'da-DK'],
    ['messages', { payAmount: 'Now {amount}' }],
    ['appearance', { theme: 'dark' }],
    ['signal', new AbortController().signal],
    ['scrubUrl', 'remove'],
    ['scrubUrl', false],
  ];
  it.each(right)('%s is handed on as it came', (name, value) => {
    expect(resolve({ [name]: value })[name as 'signal']).toBe(value);
  });

  const wrong: [string, unknown, string, string][] = [
    ...FUNCTIONS.map((name): [string, unknown, string, string] => [name, {}, 'object', 'a function']),
    ['fetch', null, 'null', 'a function'],
    ['onReady', 'onReady()', '"onReady()"', 'a function'],
    ['idempotencyKey', 'true', '"true"', 'a boolean'],
    ['payOnPhone', 'false', '"false"', 'a boolean'],
    ['debug', 1, 'number', 'a boolean'],
    ['merchantName', 42, 'number', 'a string'],
    ['locale', ['da'], 'an array', 'a string'],
    ['messages', 'en', '"en"', 'an object'],
    ['appearance', 'dark', '"dark"', 'an object'],
    ['signal', null, 'null', 'an AbortSignal'],
    ['signal', {}, 'object', 'an AbortSignal'],
    ['methodHandlers', vi.fn(), 'function', 'an object'],
    ['timeouts', 5, 'number', 'an object'],
    ['scrubUrl', true, 'boolean', 'one of ["fragment","remove",false]'],
    ['scrubUrl', 'hash', '"hash"', 'one of ["fragment","remove",false]'],
    ['apiHosts', 'pay.test', '"pay.test"', 'an array such as ["pay.example.com"]'],
    ['apiHosts', ['https://pay.test'], 'an array', 'an array such as ["pay.example.com"]'],
    ['apiHosts', ['pay.test/path'], 'an array', 'an array such as ["pay.example.com"]'],
    ['apiHosts', ['*.pay.test'], 'an array', 'an array such as ["pay.example.com"]'],
    ['redirectHosts', [''], 'an array', 'an array such as ["pay.example.com"]'],
    ['redirectHosts', [1], 'an array', 'an array such as ["pay.example.com"]'],
    ['appSchemes', ['mobilepay:'], 'an array', 'an array such as ["mobilepay"]'],
    ['appSchemes', { 0: 'vipps' }, 'object', 'an array such as ["mobilepay"]'],
  ];
  it.each(wrong)('%s as %j is refused, saying what came and what is wanted', (name, value, came, wanted) => {
    const { code, message } = refusalOf({ [name]: value });
    expect(code).toBe('options_invalid');
    expect(message).toBe(`Option "${name}": ${came} came, wanted ${wanted}.`);
  });

  it.each([42, undefined, null])('a message of %j is refused, naming its key', (payAmount) => {
    expect(refusalOf({ messages: { payAmount } }).message).toMatch(
      /^Option "messages.payAmount": .* a string\.$/,
    );
  });

  it('quotes no more of a text than tells which it was', () => {
    expect(refusalOf({ messages: 'x'.repeat(10_000) }).message.length).toBeLessThan(200);
  });

  it.each([
    ['theme', 'drak', 'one of ["auto","light","dark"]'],
    ['preset', 'square', 'one of ["plain","rounded","compact"]'],
    ['variables', null, 'an object'],
  ])('appearance.%s is refused where it is %j', (name, value, wanted) => {
    expect(refusalOf({ appearance: { [name]: value } }).message).toContain(`Option "appearance.${name}": `);
    expect(refusalOf({ appearance: { [name]: value } }).message).toContain(wanted);
  });
});

describe('hosts and app schemes', () => {
  it('are compared in lower case, ports included', () => {
    expect(resolve({ apiHosts: ['Pay.Test:8443'], appSchemes: ['MobilePay'] })).toMatchObject({
      apiHosts: ['pay.test:8443'],
      appSchemes: ['mobilepay'],
    });
  });
});

describe('timeouts', () => {
  it('take each its own place', () => {
    expect(resolve({ timeouts: { loadMs: 5_000 } }).timeouts).toEqual({
      attemptMs: 8_000,
      loadMs: 5_000,
      paymentMs: 20_000,
    });
  });

  it.each([0, -1, NaN, Infinity, 2 ** 31, '5000', undefined, null])('%j ms are refused', (attemptMs) => {
    expect(refusalOf({ timeouts: { attemptMs } }).message).toContain('"timeouts.attemptMs"');
  });
});

describe('methodHandlers', () => {
  it('are kept by type, also under a name that every object has', () => {
    const handler = { start: vi.fn() };
    const { methodHandlers } = resolve({ methodHandlers: { CARD: handler } });
    expect(methodHandlers.get('CARD')).toBe(handler);
    expect(methodHandlers.get('constructor')).toBeUndefined();
  });

  it.each([[null], [vi.fn()], [{}], [{ start: 'go' }]])('%j is no handler', (handler) => {
    const { message } = refusalOf({ methodHandlers: { CARD: handler } });
    expect(message).toContain('"methodHandlers.CARD"');
    expect(message).toContain('an object with a function "start"');
  });
});
