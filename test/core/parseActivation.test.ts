import { describe, expect, it } from 'vitest';
import { parseActivation } from '../../src/core/parseActivation.js';
import { parsePaymentMethods } from '../../src/core/parsePaymentMethods.js';
import { parseSession } from '../../src/core/parseSession.js';
import { activationAnswer, methodAnswer, parsed, sessionAnswer, withField } from './answers.js';

const rules = { allowPrivateHttp: false };

describe('parseActivation', () => {
  it('reads token, times, session and methods', () => {
    expect(parsed(parseActivation, activationAnswer(), rules)).toEqual({
      value: {
        token: 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2ln',
        serverTime: Date.UTC(2026, 10, 22, 12, 0),
        expiresAt: Date.UTC(2026, 10, 22, 12, 10),
        session: parsed(parseSession, sessionAnswer(), rules).value,
        paymentMethods: parsed(parsePaymentMethods, [methodAnswer()], rules).value,
      },
      warnings: [],
    });
  });

  it('does without the times', () => {
    const answer = withField(withField(activationAnswer(), 'serverTime', null), 'expiresAt', undefined);
    const { value } = parsed(parseActivation, answer, rules);
    expect(value.serverTime).toBeUndefined();
    expect(value.expiresAt).toBeUndefined();
  });

  it('passes on the warnings of both', () => {
    const answer = withField(activationAnswer(), 'session.status', 'NEW');
    const { warnings } = parsed(parseActivation, withField(answer, 'paymentMethods', [{}]), rules);
    expect(warnings).toEqual([
      expect.stringContaining('status'),
      expect.stringContaining('payment method 0'),
    ]);
  });

  it('passes on where plain http may be', () => {
    const answer = withField(activationAnswer(), 'session.merchant.logoUrl', 'http://localhost/x');
    withField(answer, 'paymentMethods.methods.0.logoUrl', 'http://localhost/y');
    expect(parsed(parseActivation, answer, rules).value.session.merchant?.logoUrl).toBeUndefined();
    const { session, paymentMethods } = parsed(parseActivation, answer, { allowPrivateHttp: true }).value;
    expect([session.merchant?.logoUrl?.href, paymentMethods[0]?.logoUrl?.href]).toEqual([
      'http://localhost/x',
      'http://localhost/y',
    ]);
  });

  it.each([
    ...[undefined, null, '', 5, 'a b', 'a\r\nX-Evil: 1', 'ä', '=', 'x'.repeat(8_193)].map(
      (token) => ['token', token, 'token'] as const,
    ),
    ['session', null, 'body'] as const,
    ['session.order.amount', undefined, 'order.amount'] as const,
    ['paymentMethods', undefined, 'methods'] as const,
  ])('refuses %s being %j', (path, value, reason) => {
    expect(() => parsed(parseActivation, withField(activationAnswer(), path, value), rules)).toThrow(
      expect.objectContaining({ code: 'response_invalid', reason }),
    );
  });

  it('keeps the token out of what it throws', () => {
    const answer = withField(activationAnswer(), 'token', 'secret token');
    expect(() => parsed(parseActivation, answer, rules)).not.toThrow(/secret/);
  });
});
