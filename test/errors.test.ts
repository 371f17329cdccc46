import { describe, expect, it, vi } from 'vitest';
import { isPaymentError, PaymentError } from '../src/errors.js';

const SECRETS = {
  'a URL': 'https://api.test/checkout/v1/api/session/5b8c?linkId=Xq3',
  'a URL of another scheme': 'mobilepay://pay?id=12',
  'a JWT': 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiJhYmNkZWYifQ.c2lnbmF0dXJl-_x',
  'a UUID': '0f8fad5b-d9cb-469f-a165-70867728950e',
  'a link id': 'Zk3vY0tq8mQeR2LhXw7bNA',
};

// Everything a log, a console or an error tracker would take from an error.
function everyTextOf(error: PaymentError): string {
  const cause = error.cause as Error;
  return [
    error.message,
    String(error),
    JSON.stringify(error),
    JSON.stringify(error.toJSON()),
    JSON.stringify(Object.entries(error)),
    cause.message,
    String(cause),
    cause.stack ?? '',
    JSON.stringify(cause, Object.getOwnPropertyNames(cause)),
    error.stack ?? '',
  ].join('\n');
}

describe('a caught error', () => {
  it.each(Object.entries(SECRETS))('leaves %s behind, wherever it stood', (_, secret) => {
    const caught = Object.assign(new TypeError(`Failed to fetch ${secret} (token "${secret}")`), {
      request: { url: secret },
      cause: new Error(secret),
    });
    const error = new PaymentError('network', 'The API could not be asked.', { cause: caught });
    expect(everyTextOf(error)).not.toContain(secret);
    expect(everyTextOf(error)).toContain('Failed to fetch');
    expect((error.cause as Error).name).toBe('TypeError');
    expect(error.cause).not.toBe(caught);
  });

  it('keeps words that are no secret', () => {
    const error = new PaymentError('network', 'No.', { cause: new Error('getaddrinfo failed in 12 ms') });
    expect((error.cause as Error).message).toBe('getaddrinfo failed in 12 ms');
  });

  it.each([['a text that may be a secret'], [42], [null], [{ token: 'x' }]])(
    'that is no Error (%j) is told by its type alone',
    (thrown) => {
      const { cause } = new PaymentError('network', 'No.', { cause: thrown });
      expect((cause as Error).message).toBe(typeof thrown);
    },
  );

  it('is absent where there was none', () => {
    expect('cause' in new PaymentError('offline', 'No.')).toBe(false);
  });
});

describe('a PaymentError', () => {
  const error = new PaymentError('rate_limited', 'Busy.', {
    status: 429,
    apiCode: 'SLOW_DOWN',
    correlationId: 'c-1',
    retryAfterMs: 2_000,
    reason: 'busy',
    cause: new Error('no'),
  });

  it('is an Error with a name, a code and what the API said', () => {
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe('PaymentError: Busy.');
    expect(error).toMatchObject({
      code: 'rate_limited',
      status: 429,
      apiCode: 'SLOW_DOWN',
      retryAfterMs: 2_000,
    });
  });

  it('serialises its message and facts, and not its cause', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'PaymentError',
      message: 'Busy.',
      code: 'rate_limited',
      retryable: true,
      status: 429,
      apiCode: 'SLOW_DOWN',
      correlationId: 'c-1',
      retryAfterMs: 2_000,
      reason: 'busy',
    });
  });

  it.each([
    ['network', true],
    ['offline', true],
    ['timeout', true],
    ['rate_limited', true],
    ['server', true],
    ['response_invalid', true],
    ['no_payment_methods', true],
    ['aborted', true],
    ['outcome_unclear', false],
    ['session_paid', false],
    ['link_expired', false],
    ['link_not_found', false],
    ['forbidden', false],
    ['unauthorized', false],
    ['options_invalid', false],
    ['url_refused', false],
  ] as const)('%s may succeed later: %s', (code, retryable) => {
    expect(new PaymentError(code, '').retryable).toBe(retryable);
  });

  it('may know better than its code whether it can succeed later', () => {
    expect(new PaymentError('network', '', { retryable: false }).retryable).toBe(false);
    expect(new PaymentError('network', '', { retryable: undefined }).retryable).toBe(true);
  });
});

describe('isPaymentError', () => {
  it('knows its own', () => {
    expect(isPaymentError(new PaymentError('network', ''))).toBe(true);
  });

  it('knows those of another copy of the SDK on the page', async () => {
    vi.resetModules();
    const other = await import('../src/errors.js');
    expect(other.PaymentError).not.toBe(PaymentError);
    expect(new other.PaymentError('network', '')).toBeInstanceOf(PaymentError);
    expect(isPaymentError(new other.PaymentError('network', ''))).toBe(true);
    expect(other.isPaymentError(new PaymentError('network', ''))).toBe(true);
  });

  it.each([[undefined], [null], ['network'], [new Error('x')], [{ name: 'PaymentError', code: 'network' }]])(
    'does not take %j for one',
    (value) => {
      expect(isPaymentError(value)).toBe(false);
    },
  );
});
