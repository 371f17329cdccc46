import { describe, expect, it } from 'vitest';
import { parseSession } from '../../src/core/parseSession.js';
import type { Session } from '../../src/core/session.js';
import { parsed, sessionAnswer, withField } from './answers.js';

const rules = { allowPrivateHttp: false };

function parseWith(path: string, value: unknown): { value: Session; warnings: string[] } {
  return parsed(parseSession, withField(sessionAnswer(), path, value), rules);
}

describe('parseSession', () => {
  it('reads a session, and nothing it does not know', () => {
    expect(parsed(parseSession, sessionAnswer(), rules)).toEqual({
      value: {
        sessionId: '5b8c9f1e-0000-4000-8000-000000000001',
        order: {
          orderId: 'A-1001',
          amount: { value: 250, currency: 'DKK', minorUnits: 25_000, digits: 2 },
          orderLines: [
            {
              itemId: '1',
              description: 'Blue mug',
              quantity: 2,
              unitPrice: 100,
              taxAmount: 50,
              goodsType: 'item',
            },
          ],
          customer: { firstName: 'Åse', lastName: 'Ø', email: 'ase@example.com' },
        },
        status: 'OPEN',
        merchant: { name: 'Mug Shop', logoUrl: new URL('https://shop.example/logo.svg') },
        expiresAt: Date.UTC(2026, 10, 22, 12, 10),
      },
      warnings: [],
    });
  });

  it('needs no more than an id, an order id and an amount', () => {
    const bare = { sessionId: 's', order: { orderId: '1', amount: { value: 1, currency: 'eur' } } };
    expect(parsed(parseSession, bare, rules)).toEqual({
      value: {
        sessionId: 's',
        order: {
          orderId: '1',
          amount: { value: 1, currency: 'EUR', minorUnits: 100, digits: 2 },
          orderLines: [],
        },
      },
      warnings: [],
    });
  });

  it.each([
    ...[
      'sessionId',
      'order',
      'order.orderId',
      'order.amount',
      'order.amount.value',
      'order.amount.currency',
    ].flatMap((path) => [undefined, null, [], {}, true].map((value) => [path, value] as const)),
    ...['', '../x', 'a/b', 'a b', 'a\n', 'x'.repeat(129), 12].map((id) => ['sessionId', id] as const),
    ...['12.50', '250', NaN, Infinity, -1, 0, -0, 0.005, 2_049.995, 1e15, 1e308, [12]].map(
      (value) => ['order.amount.value', value, 'order.amount'] as const,
    ),
    ...['EURO', 'EU', '', '€', 'E1R', ' EUR', 'EUR\0', '__proto__', 978].map(
      (currency) => ['order.amount.currency', currency, 'order.amount'] as const,
    ),
  ])('refuses %s being %j and says where', (path, value, place: string = path) => {
    expect(() => parseWith(path, value)).toThrow(
      expect.objectContaining({
        code: 'response_invalid',
        reason: expect.stringMatching(`^${place}`) as string,
      }),
    );
  });

  it.each([undefined, null, '', 'text', 1, [], true])('refuses the body %j', (raw) => {
    expect(() => parsed(parseSession, raw, rules)).toThrow(
      expect.objectContaining({ code: 'response_invalid' }),
    );
  });

  it('warns of a currency the browser does not know, and takes it', () => {
    const { value, warnings } = parseWith('order.amount.currency', 'zzz');
    expect(value.order.amount).toMatchObject({ currency: 'ZZZ', minorUnits: 25_000, digits: 2 });
    expect(warnings).toEqual([expect.stringContaining('ZZZ')]);
  });

  it.each(['OPEN', 'PROCESSING', 'PAID', 'EXPIRED', 'CANCELLED'])('knows the status %s', (status) => {
    expect(parseWith('status', status)).toMatchObject({ value: { status }, warnings: [] });
  });

  it.each(['', 'open', 'NEW', 'toString', '__proto__', 1, {}, ['PAID']])(
    'takes the status %j as none, and warns',
    (status) => {
      const { value, warnings } = parseWith('status', status);
      expect(value.status).toBeUndefined();
      expect(warnings).toEqual([expect.stringContaining('status')]);
    },
  );

  it.each([undefined, null])('does not warn of a status that is %s', (status) => {
    expect(parseWith('status', status).warnings).toEqual([]);
  });

  it.each([
    ['order.orderLines.0.description', 5],
    ['order.orderLines.0.quantity', '2'],
    ['order.orderLines.0.quantity', null],
    ['order.orderLines.0.unitPrice', undefined],
    ['order.orderLines.0.taxAmount', '5'],
    ['order.orderLines.0', null],
    ['order.orderLines.0', 'line'],
  ])('leaves a line out, with a warning, for %s being %j', (path, value) => {
    const { value: session, warnings } = parseWith(path, value);
    expect(session.order.orderLines).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('order line 0')]);
  });

  it('reads a line with no more than description, quantity and price', () => {
    const { value } = parseWith('order.orderLines.0', {
      description: 'x',
      quantity: 1,
      unitPrice: -5,
      taxAmount: null,
    });
    expect(value.order.orderLines).toEqual([
      { itemId: '', description: 'x', quantity: 1, unitPrice: -5, taxAmount: 0 },
    ]);
  });

  it.each([null, undefined, 'lines', {}, 5])('takes lines that are %j to be none', (lines) => {
    expect(parseWith('order.orderLines', lines).value.order.orderLines).toEqual([]);
  });

  it('keeps 1,000 lines, with a warning', () => {
    const line = { description: 'x', quantity: 1, unitPrice: 1 };
    const { value, warnings } = parseWith('order.orderLines', Array(1_001).fill(line));
    expect(value.order.orderLines).toHaveLength(1_000);
    expect(warnings).toEqual([expect.stringContaining('1001')]);
  });

  it('makes every text fit for display', () => {
    const hostile = `\u202e<b>\0${'x'.repeat(500)}`;
    const answer = sessionAnswer();
    for (const path of [
      'order.orderId',
      'merchant.name',
      'order.customer.firstName',
      'order.customer.lastName',
    ]) {
      withField(answer, path, hostile);
    }
    withField(withField(answer, 'order.customer.email', hostile), 'order.orderLines.0.description', hostile);
    const { order, merchant } = parsed(
      parseSession,
      withField(answer, 'order.orderLines.0.itemId', hostile),
      rules,
    ).value;
    const short = `<b>${'x'.repeat(96)}…`;
    expect([order.orderId, merchant?.name, order.orderLines[0]?.itemId]).toEqual([short, short, short]);
    expect(order.customer).toEqual({ firstName: short, lastName: short, email: short });
    expect(order.orderLines[0]?.description).toBe(`<b>${'x'.repeat(196)}…`);
  });

  it.each([null, undefined, 'text', 5, [], {}, { firstName: 5, lastName: '', email: null }])(
    'takes the customer %j to be none',
    (customer) => {
      expect(parseWith('order.customer', customer).value.order.customer).toBeUndefined();
    },
  );

  it.each([null, undefined, 'text', 5, [], {}, { name: '' }, { name: 5 }, { logoUrl: 'https://good/x' }])(
    'takes the merchant %j to be none',
    (merchant) => {
      expect(parseWith('merchant', merchant).value.merchant).toBeUndefined();
    },
  );

  it.each([
    'javascript:alert(1)',
    '//evil/x',
    'http://evil/x',
    'data:image/png,x',
    'http://localhost/x',
    '',
    null,
    5,
  ])('leaves out the logo %j', (logoUrl) => {
    expect(parseWith('merchant.logoUrl', logoUrl).value.merchant).toEqual({ name: 'Mug Shop' });
  });

  it('takes a logo by plain http from a private address where that is allowed', () => {
    const answer = withField(sessionAnswer(), 'merchant.logoUrl', 'http://localhost:4171/x');
    const { merchant } = parsed(parseSession, answer, { allowPrivateHttp: true }).value;
    expect(merchant?.logoUrl?.href).toBe('http://localhost:4171/x');
  });

  it.each(['soon', '', null, {}, '2026-11-22'])('takes expiry %j to be none', (expiresAt) => {
    expect(parseWith('expiresAt', expiresAt).value.expiresAt).toBeUndefined();
  });
});
