import { describe, expect, it } from 'vitest';
import { formatMessage, toPlainText } from '../../src/core/formatMessage.js';
import { english } from '../../src/i18n/messages.js';

describe('formatMessage', () => {
  it('sets filled-in values apart', () => {
    expect(formatMessage('Pay {amount} to {merchant}.', { amount: '€1', merchant: 'Shop' })).toEqual([
      'Pay ',
      { isolate: '€1' },
      ' to ',
      { isolate: 'Shop' },
      '.',
    ]);
  });

  it('fills places that touch, and one more than once', () => {
    expect(formatMessage('{a}{b}{a}', { a: '1', b: '2' })).toEqual([
      { isolate: '1' },
      { isolate: '2' },
      { isolate: '1' },
    ]);
  });

  it('keeps an empty value an isolate', () => {
    expect(formatMessage('{a}', { a: '' })).toEqual([{ isolate: '' }]);
  });

  it.each([
    '{unknown}',
    '{toString}',
    '{__proto__}',
    '{constructor}',
    '{absent}',
    '{}',
    '{ amount }',
    '}{',
    'plain',
  ])('leaves %s as it is', (template) => {
    expect(toPlainText(formatMessage(template, { amount: 'x', absent: undefined }))).toBe(template);
  });

  it('does not look for places in a value', () => {
    expect(formatMessage('{a} {b}', { a: '{b}', b: '$&' })).toEqual([
      { isolate: '{b}' },
      ' ',
      { isolate: '$&' },
    ]);
  });

  it('gives nothing for an empty template', () => {
    expect(formatMessage('', { a: '1' })).toEqual([]);
  });

  it('finds every place of the English messages', () => {
    const values = {
      amount: '1',
      merchant: '1',
      host: '1',
      from: '1',
      to: '1',
      time: '1',
      count: '1',
      orderId: '1',
      app: '1',
      quantity: '1',
    };
    for (const template of Object.values(english)) {
      expect(toPlainText(formatMessage(template, values))).not.toMatch(/[{}]/);
    }
  });
});

describe('toPlainText', () => {
  it('isolates values from the text’s direction', () => {
    expect(toPlainText(['Pay ', { isolate: 'مصر' }, '!'])).toBe('Pay \u2068مصر\u2069!');
  });
});
