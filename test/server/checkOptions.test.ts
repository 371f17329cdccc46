// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createPaymentLink, isCheckoutError } from '../../src/server/index.js';
import { isCurrency } from '../../src/server/isCurrency.js';
import { findSumDifference } from '../../src/server/findSumDifference.js';

const line = { itemId: 'mug', description: 'Mug', quantity: 1, unitPrice: 199.6, taxAmount: 49.9 };
const order = { orderId: 'A-1', amount: { value: 249.5, currency: 'DKK' }, orderLines: [line] };
const good = {
  apiUrl: 'https://checkout.test/checkout/v1/api',
  credentials: { username: 'sandbox', password: 'a-password' },
  order,
};

/** What is said of options that are wrong; nothing may have been sent. */
async function complaintOf(options: object): Promise<string> {
  let sent = 0;
  const fetch = () => Promise.reject(new TypeError(`sent ${(sent += 1)}`));
  const error: unknown = await createPaymentLink({
    ...good,
    timeouts: { totalMs: 1 },
    ...options,
    fetch,
  }).catch((caught: unknown) => caught);
  if (!isCheckoutError(error)) throw error;
  if (error.code !== 'options_invalid') return 'nothing';
  expect(sent).toBe(0);
  expect(error.message).toBe(
    `${error.fields!.map(({ field, message }) => `${field} ${message}`).join('; ')}.`,
  );
  return error.message;
}

describe('an order', () => {
  const lines = (...changes: object[]) => ({
    order: { ...order, orderLines: changes.map((change) => ({ ...line, ...change })) },
  });
  const amount = (change: object) => ({ order: { ...order, amount: { ...order.amount, ...change } } });
  const customer = (value: object) => ({ order: { ...order, customer: value } });

  it.each([
    [
      'order.orderLines[2].description is 63 characters; payments have failed above 50.',
      lines({}, {}, { description: 'x'.repeat(63) }),
    ],
    ['order.orderLines[0].quantity must be more than 0.', lines({ quantity: 0 })],
    [
      'order.orderLines[0].unitPrice is negative, which only a line of goodsType handling may be.',
      lines({ unitPrice: -1 }),
    ],
    ['order.orderLines[0].goodsType must be item, shipment or handling.', lines({ goodsType: 'gift' })],
    ['order.orderLines[0].taxAmount must be a number.', lines({ taxAmount: '5' })],
    ['order.orderLines[0].itemId must not be empty.', lines({ itemId: '' })],
    ['order.amount.currency must be a currency in capital letters (ISO 4217).', amount({ currency: 'dkk' })],
    ['order.amount.currency must be a currency in capital letters (ISO 4217).', amount({ currency: 'DKR' })],
    ['order.amount.value must not be negative.', amount({ value: -1 })],
    ['order.amount.value must be a number.', amount({ value: '249.50' })],
    ['order.amount.value must be a number.', amount({ value: NaN })],
    [
      'order.amount.value is 249.505, which is not an amount of DKK: too many decimals, or too much.',
      amount({ value: 249.505 }),
    ],
    [
      'order.amount.value is 0.5, which is not an amount of JPY: too many decimals, or too much.',
      amount({ value: 0.5, currency: 'JPY' }),
    ],
    ['order.customer.email must be an e-mail address.', customer({ email: 'ida at example' })],
    [
      'order.customer.billingAddress.country must be two capital letters (ISO 3166), as in DK.',
      customer({ billingAddress: { country: 'Denmark' } }),
    ],
    ['order.customer.shippingAddress.city must be a text.', customer({ shippingAddress: { city: 5 } })],
    ['order.transactionInfo.till must be a text.', { order: { ...order, transactionInfo: { till: 7 } } }],
    ['order is missing or of the wrong kind.', { order: undefined }],
  ])('%s', async (complaint, options) => {
    expect(await complaintOf(options)).toBe(complaint);
  });

  it('is told all that is wrong at once', async () => {
    const fields = await complaintOf({
      ...lines({ quantity: 0, description: '' }),
      url: 'http://shop.test/pay',
    });
    expect(fields).toContain('url must');
    expect(fields).toContain('order.orderLines[0].description must');
    expect(fields).toContain('order.orderLines[0].quantity must');
  });

  it('may hold what is documented, and fields nobody here knows', async () => {
    const rich = {
      ...order,
      orderLines: [{ ...line, goodsType: 'handling', unitPrice: -5, colour: 'blue' }],
      customer: {
        firstName: 'Ida',
        email: 'ida@shop.test',
        billingAddress: { country: 'DK', street: 'Havnegade 1' },
      },
      transactionInfo: { till: '7' },
      note: { any: 'thing' },
    };
    expect(await complaintOf({ order: rich })).toBe('nothing');
    expect(await complaintOf({ order: { orderId: 'A-1', amount: { value: 12.345, currency: 'KWD' } } })).toBe(
      'nothing',
    );
  });
});

describe('the sum of the lines', () => {
  it('is warned of where it is not the amount, and sent all the same', async () => {
    const heard: unknown[] = [];
    const odd = { ...order, amount: { value: 250, currency: 'DKK' } };
    expect(await complaintOf({ order: odd, onWarning: (problem: unknown) => heard.push(problem) })).toBe(
      'nothing',
    );
    expect(heard).toEqual([
      { field: 'order.amount.value', message: 'is 250.00, but the order lines come to 249.50' },
    ]);
  });

  it('is left alone where it agrees, also in doubles, and where there are no lines', () => {
    expect(findSumDifference(order)).toBeUndefined();
    const thirds = [0.1, 0.2].map((unitPrice) => ({ ...line, unitPrice, taxAmount: undefined }));
    expect(
      findSumDifference({ orderId: 'A', amount: { value: 0.3, currency: 'DKK' }, orderLines: thirds }),
    ).toBeUndefined();
    expect(findSumDifference({ ...order, orderLines: [] })).toBeUndefined();
  });
});

describe('the other options', () => {
  const api = 'must be the https address of the Checkout API, without user name, query or fragment';
  it.each([
    [`apiUrl ${api}.`, { apiUrl: 'http://checkout.test/checkout/v1/api' }],
    [`apiUrl ${api}.`, { apiUrl: 'https://me:secret@checkout.test/' }],
    [`apiUrl ${api}.`, { apiUrl: 'https://checkout.test/?x' }],
    [`apiUrl ${api}.`, { apiUrl: 'checkout.test' }],
    ['url must be an absolute https URL.', { url: '/pay' }],
    ['url must be an absolute https URL.', { url: 'http://127.0.0.1/pay' }],
    ['credentials.username must not hold a colon.', { credentials: { username: 'a:b', password: 'secret' } }],
    ['credentials.password must not be empty.', { credentials: { username: 'a', password: '' } }],
    ['credentials is missing or of the wrong kind.', { credentials: undefined }],
    ['size must be a whole number of pixels.', { size: 1.5 }],
    ['validityTime must be more than 0 minutes.', { validityTime: 0 }],
    ['timeouts.attemptMs must be more than 0 milliseconds.', { timeouts: { attemptMs: 0 } }],
    [
      'callbacks.success.value must be an absolute https URL.',
      { callbacks: { success: { type: 'URL', value: '/x' } } },
    ],
    [
      'callbacks.notification must be an absolute https URL.',
      { callbacks: { notification: 'http://shop.test/n' } },
    ],
    ['callbacks.bodyFormat must be XML or JSON.', { callbacks: { bodyFormat: 'json' } }],
    ['sessionId must be the id of a session.', { order: undefined, sessionId: '../x' }],
    ['order belongs to a new session: leave it out beside sessionId.', { sessionId: 's1' }],
  ])('%s', async (complaint, options) => {
    expect(await complaintOf(options)).toBe(complaint);
  });

  it('may be plain http where everything stays on this machine or its network', async () => {
    const local = {
      apiUrl: 'http://127.0.0.1:4171/checkout/v1/api',
      url: 'http://192.168.1.20:4170/pay',
      callbacks: { notification: 'http://127.0.0.1:4170/callbacks' },
    };
    expect(await complaintOf(local)).toBe('nothing');
    expect(await complaintOf({ ...local, url: 'http://shop.test/pay' })).toBe(
      'url must be an absolute https URL.',
    );
  });

  it('are complained of without a credential', async () => {
    const credentials = { username: 'my:account', password: 5 };
    const complaint = await complaintOf({ credentials });
    expect(complaint).not.toMatch(/my|account|5/);
  });
});

describe('the currencies', () => {
  it('are those of ISO 4217 that the runtime knows as well', () => {
    const known = Intl.supportedValuesOf('currency');
    const today = ['AUD', 'BHD', 'CHF', 'DKK', 'EUR', 'GBP', 'ISK', 'JPY', 'NOK', 'SEK', 'USD', 'XAF'];
    expect(today.filter((code) => !isCurrency(code))).toEqual([]);
    // Funds, and what is newer than a runtime may be.
    const newest = ['CLF', 'UYI', 'UYW', 'SLE', 'VED', 'XCG', 'ZWG'];
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    const all = letters
      .flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
      .filter(isCurrency);
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter((code) => !known.includes(code) && !newest.includes(code))).toEqual([]);
    for (const none of ['', 'XXX', 'XTS', 'XAU', 'dkk', 'DKK ', '__proto__'])
      expect(isCurrency(none)).toBe(false);
  });
});
