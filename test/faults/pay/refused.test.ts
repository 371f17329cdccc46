import { describe, expect } from 'vitest';
import { english } from '../../../src/i18n/messages.js';
import type { Fault } from '../../../src/sandbox/index.js';
import { changeOrder } from '../../e2e/support/changeOrder.js';
import { expectTold, type Told } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { engineIt as it, type EnginePayment } from '../support/faultTest.js';
import { startForeignHost } from '../support/startForeignHost.js';

const paying = failing('POST /payment');
const status = (code: number, apiCode?: string): Fault =>
  paying({ kind: 'status', status: code, ...(apiCode && { code: apiCode }) });
const ready = (key: Told['key'], code: Told['code'], reason?: string): Told => ({
  state: 'ready',
  key,
  ...(code && { code }),
  ...(reason && { reason }),
});

/** The methods are there still: another one leads to a payment. */
async function payOtherwise({ shop, page, picker }: EnginePayment, created = 1): Promise<void> {
  await picker.payWith('Card');
  await page.getByRole('button', { name: 'Pay 366.00 DKK' }).waitFor();
  expect(shop.sandbox.ledger()).toMatchObject({ paymentsCreated: created });
}

describe('a payment that the API refuses', () => {
  it.for<[row: string, fault: Fault, told: Told]>([
    ['P07 400', status(400), ready('cantStart', 'server')],
    ['P07 422', status(422), ready('cantStart', 'server')],
    ['P11 429', status(429), ready('busy', 'rate_limited')],
  ])(
    '%s: nothing was created, and the payer may pay another way',
    async ([, fault, told], { openPayment }) => {
      const payment = await openPayment({ faults: [fault] });
      await payment.picker.payWith('MobilePay');
      await expectTold(payment, told);
      expect(await payment.focusInside()).toBe(true);
      expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 0 });
      await payOtherwise(payment);
    },
  );

  it.for<[row: string, fault: Fault, told: Told]>([
    ['P08 401', status(401), { state: 'expired', key: 'sessionEnded', code: 'unauthorized' }],
    ['P09 403', status(403), { state: 'failed', key: 'notAllowed', code: 'forbidden' }],
    ['P09 404', status(404), { state: 'failed', key: 'linkBroken', code: 'link_not_found' }],
    ['P09 410', status(410), { state: 'expired', key: 'linkExpired', code: 'link_expired' }],
    [
      'P10 409 SESSION_PAID',
      status(409, 'SESSION_PAID'),
      { state: 'paid', key: 'alreadyPaid', code: 'session_paid' },
    ],
    [
      'P10 409 SESSION_CANCELLED',
      status(409, 'SESSION_CANCELLED'),
      { state: 'cancelled', key: 'sessionCancelled', code: 'session_cancelled' },
    ],
  ])('%s: nothing can be paid here any more', async ([, fault, told], { openPayment }) => {
    const payment = await openPayment({ faults: [fault] });
    await payment.picker.payWith('MobilePay');
    await expectTold(payment, told);
    expect(await payment.focusInside()).toBe(true);
    expect(await payment.picker.methods.count()).toBe(0);
    expect(await payment.picker.notice.getByRole('button').count()).toBe(0);
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 0 });
  });

  it('P08 401 is answered by one renewed token and one more request', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [status(401)],
      address: async (_, shop) => (await shop.requestTokenLink()).url,
      arrange: () => {
        const token = new URLSearchParams(location.hash.slice(1)).get('token');
        Object.assign(globalThis, { more: { renewToken: async () => token } });
      },
    });
    await payment.picker.payWith('MobilePay');
    await payment.page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 2, keys: 1, paymentsCreated: 1 });
  });

  it('P08 401 is told where the renewed token is refused, too', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [paying({ kind: 'status', status: 401 }, 2)],
      address: async (_, shop) => (await shop.requestTokenLink()).url,
      arrange: () => {
        Object.assign(globalThis, { more: { renewToken: async () => 'renewed' } });
      },
    });
    await payment.picker.payWith('MobilePay');
    await expectTold(payment, { state: 'expired', key: 'sessionEnded', code: 'unauthorized' });
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 0 });
  });
});

describe('a payment that leads where nobody should go', () => {
  it.for([
    ['a script', 'javascript:alert(1)'],
    ['a script with a tab in its scheme', 'JAVA\tSCRIPT:alert(1)'],
    ['a document', 'data:text/html,<h1>Pay</h1>'],
    ['plain http', 'http://pay.example/take-me'],
    ['a user name', 'https://good.example@evil.example/'],
    ['no scheme', '//evil.example/'],
    ['half a scheme', 'https:evil.example'],
    ['nothing', ''],
    ['an app nobody named', 'intent://pay#Intent;scheme=evil;end'],
    ['more than 2,048 characters', `https://pay.example/${'a'.repeat(2_048)}`],
  ] as const)(
    'P14 by %s: the page stays, and the payer may pay another way',
    async ([, url], { openPayment }) => {
      const payment = await openPayment({
        faults: [paying({ kind: 'drift', path: 'url', op: 'set', value: url })],
      });
      const address = await payment.page.evaluate(() => location.href);
      await payment.picker.payWith('MobilePay');
      await expectTold(
        payment,
        url ? ready('unsafe', 'url_refused') : ready('cantStart', 'hand_off_unsupported'),
      );
      expect(await payment.focusInside()).toBe(true);
      expect(await payment.page.evaluate(() => location.href)).toBe(address);
      expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
      await payOtherwise(payment, 2);
    },
  );

  it('P15 an unknown type with a safe address is followed, with a warning', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [paying({ kind: 'drift', path: 'type', op: 'set', value: 'TELEPATHY' })],
      arrange: () => {
        const warnings: string[] = [];
        Object.assign(globalThis, {
          more: {
            navigate: (url: URL) => warnings.push(url.pathname),
            onWarning: (warning: string) => warnings.push(warning),
          },
          warnings,
        });
      },
    });
    await payment.picker.payWith('MobilePay');
    await payment.picker.notice.getByText('127.0.0.1').first().waitFor();
    expect(await payment.state()).toBe('handedOff');
    const warnings = await payment.page.evaluate(
      () => (globalThis as unknown as { warnings: string[] }).warnings,
    );
    expect(warnings.slice(-2)).toEqual([
      expect.stringContaining('Unknown'),
      expect.stringMatching(/^\/checkout\/gateway\//),
    ]);
  });

  it('P16 a method whose payment is asked for elsewhere is not asked for', async ({ openPayment }) => {
    const other = await startForeignHost();
    const payment = await openPayment({
      faults: [
        {
          match: 'POST /session/*/activation',
          kind: 'drift',
          path: 'paymentMethods.1.onInitiatePayment.value',
          op: 'set',
          value: `${other.origin}/payment`,
        },
      ],
    });
    await payment.picker.payWith('MobilePay');
    await expectTold(payment, ready('unsafe', 'url_refused'));
    expect(other.asked).toEqual([]);
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 0, paymentsCreated: 0 });
    await payOtherwise(payment);
  });
});

describe('an order that is another one by now', () => {
  const shown = (payment: EnginePayment): Promise<string> => payment.picker.total.innerText();

  it('P25 whose amount changed is refused by the server, shown, and paid only when confirmed anew', async ({
    openPayment,
  }) => {
    const payment = await openPayment();
    const { picker, shop, page } = payment;
    await picker.method('MobilePay').tap();
    expect(await changeOrder(payment.shop, payment.order, 400)).toBe(200);
    await picker.payButton.tap();
    await picker.notice.getByRole('heading', { name: english.amountChanged }).waitFor();
    expect(await shown(payment)).toMatch(/400\.00$/);
    expect(await payment.state()).toBe('ready');
    expect(await payment.focusInside()).toBe(true);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 0 });
    expect((await payment.heard()).failures).toEqual([expect.objectContaining({ code: 'amount_changed' })]);

    await picker.payWith('MobilePay');
    await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 1 });
  });

  it('P25 whose amount changed is found when the page is looked at again, before anything is sent', async ({
    openPayment,
  }) => {
    const payment = await openPayment();
    await payment.picker.method('MobilePay').tap();
    expect(await changeOrder(payment.shop, payment.order, 400)).toBe(200);
    await payment.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await payment.picker.notice.getByRole('heading', { name: english.amountChanged }).waitFor();
    expect(await payment.announced()).toContain(english.amountChanged);
    expect(await payment.picker.payButton.innerText()).toMatch(/400\.00$/);
    expect((await payment.heard()).failures).toEqual([expect.objectContaining({ code: 'amount_changed' })]);
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 0, paymentsCreated: 0 });
  });

  it('P26 whose method is gone is refused by the server, and offers the others', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [
        status(422, 'METHOD_UNAVAILABLE'),
        {
          match: 'GET /session/*/payment-methods',
          kind: 'drift',
          path: 'methods.1',
          op: 'delete',
          times: 'always',
        },
      ],
    });
    await payment.picker.payWith('MobilePay');
    await payment.picker.notice.getByRole('heading', { name: english.methodGone }).waitFor();
    expect(await payment.picker.method('MobilePay').count()).toBe(0);
    expect(await payment.state()).toBe('ready');
    expect(await payment.focusInside()).toBe(true);
    expect((await payment.heard()).failures).toEqual([
      expect.objectContaining({ code: 'method_unavailable' }),
    ]);
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 0 });
    await payOtherwise(payment);
  });

  it('P26 whose method is gone is found when the page is looked at again', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [{ match: 'GET /session/*/payment-methods', kind: 'drift', path: 'methods.1', op: 'delete' }],
    });
    await payment.picker.method('MobilePay').tap();
    await payment.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expectTold(payment, ready('methodGone', 'method_unavailable'));
    expect(await payment.focusInside()).toBe(true);
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 0, paymentsCreated: 0 });
    await payOtherwise(payment);
  });
});
