import { describe, expect } from 'vitest';
import { english } from '../../../src/i18n/messages.js';
import type { EnginePage } from '../../e2e/support/enginePage.js';
import { expectNoPayment, expectTold } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { engineIt as it, type EnginePayment } from '../support/faultTest.js';

const paying = failing('POST /payment');
const MERCHANTS_OWN = /^uncaught: Error: the merchant’s own$/;

const approve = (page: EnginePage): Promise<void> =>
  page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();

async function expectCancelled(payment: EnginePayment): Promise<void> {
  await expectTold(payment, { state: 'ready', key: 'cancelled' });
  expect(await payment.focusInside()).toBe(true);
  expect(await payment.picker.payButton.getAttribute('aria-disabled')).toBe('false');
}

describe('a wallet', () => {
  it('P19 that is cancelled leads back to the methods, and is no failure', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        Object.assign(globalThis, {
          more: { methodHandlers: { MOBILEPAY: { start: async () => ({ type: 'cancelled' }) } } },
        });
      },
    });
    await payment.picker.payWith('MobilePay');
    await expectCancelled(payment);
    expectNoPayment(payment);
    await payment.picker.payWith('Card');
    await payment.page.getByRole('button', { name: 'Pay 366.00 DKK' }).waitFor();
  });

  it('P19 that throws has started nothing, and the payer may pay another way', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        const start = async () => {
          throw new Error('the sheet was blocked');
        };
        Object.assign(globalThis, { more: { methodHandlers: { MOBILEPAY: { start } } } });
      },
    });
    await payment.picker.payWith('MobilePay');
    await expect.poll(payment.state).toBe('ready');
    await payment.picker.notice.waitFor();
    expect((await payment.heard()).failures).toEqual([
      expect.objectContaining({ code: 'method_unavailable' }),
    ]);
    expect(await payment.focusInside()).toBe(true);
    expectNoPayment(payment);
  });
});

describe('the merchant’s last word', () => {
  it.for<[row: string, arrange: () => void, allowed: RegExp[]]>([
    [
      'P27 no',
      () => {
        Object.assign(globalThis, { more: { onBeforePay: () => false } });
      },
      [],
    ],
    [
      'P27 a promise of no',
      () => {
        Object.assign(globalThis, { more: { onBeforePay: async () => false } });
      },
      [],
    ],
    [
      'P27 a rejection',
      () => {
        Object.assign(globalThis, {
          more: { onBeforePay: () => Promise.reject(new Error('the merchant’s own')) },
        });
      },
      [MERCHANTS_OWN],
    ],
    [
      'P27 an error',
      () => {
        const onBeforePay = (): void => {
          throw new Error('the merchant’s own');
        };
        Object.assign(globalThis, { more: { onBeforePay } });
      },
      [MERCHANTS_OWN],
    ],
  ])('%s: nothing is sent, and the payer may go on', async ([, arrange, allowed], { openPayment }) => {
    const payment = await openPayment({ arrange, allowed });
    await payment.picker.payWith('MobilePay');
    await expectCancelled(payment);
    expectNoPayment(payment);
  });

  it('P27 that comes late is waited for, and one payment follows', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        const said = new Promise((resolve) => Object.assign(globalThis, { say: resolve }));
        Object.assign(globalThis, { more: { onBeforePay: () => said } });
      },
    });
    await payment.picker.payWith('MobilePay');
    await expect.poll(payment.state).toBe('initiating');
    expectNoPayment(payment);
    await payment.page.evaluate(() => {
      const { say } = globalThis as unknown as { say(answer: unknown): void };
      say(true);
      say(true);
    });
    await approve(payment.page);
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });
});

describe('a page that is left while it pays', () => {
  const unclear = { state: 'unclear', key: 'notConfirmed', code: 'outcome_unclear' } as const;

  it('P23 loaded anew: it asks the session, and leads to the same payment by the same key', async ({
    openPayment,
  }) => {
    const payment = await openPayment({ faults: [paying({ kind: 'noHeaders', handled: true })] });
    const { page, picker, shop } = payment;
    await picker.payWith('MobilePay');
    await expect.poll(() => shop.sandbox.ledger().paymentsCreated).toBe(1);
    const before = await page.evaluate(() => JSON.stringify(history.state));
    expect(before).toContain('mobilepay');
    expect(before).not.toContain('eyJ');
    await page.reload();
    await expectTold(payment, { ...unclear, help: 'notConfirmedRetry' });
    expect(await picker.methods.count()).toBe(0);
    expect(await picker.payButton.isVisible()).toBe(false);
    await picker.notice.getByRole('button', { name: english.tryAgain }).tap();
    await approve(page);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 2, keys: 1, paymentsCreated: 1 });
  });

  it('P23 loaded anew after a definite answer: nothing is kept', async ({ openPayment }) => {
    const payment = await openPayment({ faults: [paying({ kind: 'status', status: 422 })] });
    const { page, picker } = payment;
    await picker.payWith('MobilePay');
    await expectTold(payment, { state: 'ready', key: 'cantStart', code: 'server' });
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('mobilepay');
    await page.reload();
    await picker.methods.first().waitFor();
    await picker.payWith('Card');
    await page.getByRole('button', { name: 'Pay 366.00 DKK' }).waitFor();
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 1 });
  });

  it('P23 loaded anew where the order is paid by now: it says so, and forgets', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [
        paying({ kind: 'noHeaders' }),
        { match: 'GET /session/*', kind: 'drift', path: 'status', op: 'set', value: 'PAID', times: 'always' },
      ],
    });
    const { page, picker, shop } = payment;
    await picker.payWith('MobilePay');
    await expect.poll(() => shop.sandbox.ledger().arrivals).toBe(1);
    await page.reload();
    await picker.notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(await payment.state()).toBe('paid');
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('mobilepay');
  });

  it('P23 loaded anew, with an API that honours no key: the session is asked, and no second payment offered', async ({
    openPayment,
  }) => {
    const payment = await openPayment({
      faults: [paying({ kind: 'noHeaders', handled: true })],
      options: { idempotencyKey: false },
    });
    const { page, picker, shop } = payment;
    await picker.payWith('MobilePay');
    await expect.poll(() => shop.sandbox.ledger().paymentsCreated).toBe(1);
    await page.reload();
    await expectTold(payment, { state: 'processing', key: 'inProgress', code: 'outcome_unclear' });
    expect(await picker.payButton.isVisible()).toBe(false);
    expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });
});

describe('an order that is paid elsewhere', () => {
  it('P32 is under way: it says so, asks again by itself, and cannot be paid here', async ({
    openPayment,
  }) => {
    const payment = await openPayment({
      faults: [
        {
          match: 'POST /session/*/activation',
          kind: 'drift',
          path: 'session.status',
          op: 'set',
          value: 'PROCESSING',
        },
        { match: 'GET /session/*', kind: 'drift', path: 'status', op: 'set', value: 'PROCESSING' },
        { match: 'GET /session/*', kind: 'drift', path: 'status', op: 'set', value: 'PAID' },
      ],
    });
    await expectTold(payment, { state: 'processing', key: 'inProgress', code: 'outcome_unclear' });
    expect(await payment.picker.payButton.isVisible()).toBe(false);
    await payment.picker.notice.getByRole('heading', { name: english.alreadyPaid }).waitFor();
    expect(await payment.announced()).toContain(english.alreadyPaid);
    expectNoPayment(payment);
  });

  it('P29 is not believed of the address', async ({ openPayment }) => {
    const payment = await openPayment({
      address: async (link, { shopUrl }) => {
        const [sessionId = '', linkId = ''] = link.split('/').slice(-2);
        return `${shopUrl}/pay?status=success&paymentId=1#${new URLSearchParams({ sessionId, linkId }).toString()}`;
      },
    });
    await payment.picker.methods.first().waitFor();
    expect(await payment.state()).toBe('ready');
    expectNoPayment(payment);
  });
});
