import { describe, expect, it } from 'vitest';
import { parseInitiation } from '../../src/core/parseInitiation.js';
import { initiationAnswer, withField } from './answers.js';

describe('parseInitiation', () => {
  it('reads an initiation, and nothing it does not know', () => {
    expect(parseInitiation({ ...initiationAnswer(), more: 1 })).toEqual(initiationAnswer());
  });

  it('needs no more than payment id and type', () => {
    const answer = {
      paymentId: 'p',
      type: 'T',
      shopOrderId: null,
      status: null,
      url: null,
      externalPaymentId: null,
    };
    expect(parseInitiation(answer)).toEqual({ paymentId: 'p', type: 'T' });
  });

  it.each([
    ...['paymentId', 'type'].flatMap((path) => [undefined, null, 5].map((value) => [path, value] as const)),
    ...['url', 'status', 'shopOrderId', 'externalPaymentId'].map((path) => [path, {}] as const),
  ])('refuses %s being %j', (path, value) => {
    expect(() => parseInitiation(withField(initiationAnswer(), path, value))).toThrow(
      expect.objectContaining({ code: 'response_invalid', reason: path }),
    );
  });

  it.each([undefined, null, '', [], 'REDIRECT'])('refuses the body %j', (raw) => {
    expect(() => parseInitiation(raw)).toThrow(
      expect.objectContaining({ code: 'response_invalid', reason: 'body' }),
    );
  });
});
