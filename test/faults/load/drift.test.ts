import { describe, expect } from 'vitest';
import { english } from '../../../src/i18n/messages.js';
import type { Fault } from '../../../src/sandbox/index.js';
import { expectNoPayment, expectTold, type Told } from '../support/expectTold.js';
import { engineIt as it, type EnginePayment } from '../support/faultTest.js';
import type { PageGlobals } from '../support/pageGlobals.js';

type Drift = Pick<Extract<Fault, { kind: 'drift' }>, 'path' | 'op' | 'value'>;

const drift = (...drifts: Drift[]): Fault[] =>
  drifts.map((one) => ({ ...one, match: 'POST /session/*/activation', kind: 'drift' }));

async function expectReady(payment: EnginePayment): Promise<void> {
  await payment.picker.methods.first().waitFor();
  expect(await payment.state()).toBe('ready');
  expect((await payment.heard()).failures).toEqual([]);
  expectNoPayment(payment);
}

const manyMethods = (count: number, details = {}): Drift => ({
  path: 'paymentMethods',
  op: 'set',
  value: Array.from({ length: count }, (_, index) => ({ id: `m${index}`, type: 'C', ...details })),
});

describe('an answer that says more than its page knows', () => {
  it('L25 a method of an unknown type is shown by its name, and leads where the API says', async ({
    openPayment,
  }) => {
    const payment = await openPayment({
      faults: drift({ path: 'paymentMethods.0.type', op: 'set', value: 'HOVERBOARD' }),
    });
    await expectReady(payment);
    // A type that nobody registered a handler for means nothing while the method has a name.
    expect((await payment.heard()).warnings).not.toContainEqual(expect.stringContaining('HOVERBOARD'));
    await payment.picker.payWith('Card');
    await payment.page.getByRole('button', { name: 'Pay 366.00 DKK' }).waitFor();
  });

  it('L25 a method of an unknown display is shown', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: drift({ path: 'paymentMethods.0.display', op: 'set', value: 'HOLOGRAM' }),
    });
    await expectReady(payment);
    expect(await payment.picker.method('Card').isVisible()).toBe(true);
    const warnings = async () => (await payment.heard()).warnings;
    await expect.poll(warnings).toContainEqual(expect.stringContaining('"HOLOGRAM" is not known'));
  });

  it('L25 a method without a name is shown by its type, with a warning', async ({ openPayment }) => {
    const payment = await openPayment({ faults: drift({ path: 'paymentMethods.0.name', op: 'delete' }) });
    await expectReady(payment);
    expect(await payment.picker.method('Card').isVisible()).toBe(true);
    const warnings = async () => (await payment.heard()).warnings;
    await expect.poll(warnings).toContainEqual(expect.stringContaining('"CARD" has no name'));
  });

  it('L25 a method that asks for a handler nobody registered goes on by redirect, with a warning', async ({
    openPayment,
  }) => {
    const payment = await openPayment({
      faults: drift({ path: 'paymentMethods.0.jsMethodHandler', op: 'set', value: 'payByHologram' }),
    });
    await expectReady(payment);
    const warnings = async () => (await payment.heard()).warnings;
    await expect.poll(warnings).toContainEqual(expect.stringContaining('"payByHologram"'));
    await payment.picker.payWith('Card');
    await payment.page.getByRole('button', { name: 'Pay 366.00 DKK' }).waitFor();
  });

  it.for(['more', 'session.more', 'session.order.amount.more', 'paymentMethods.0.more'])(
    'L26 a field that nobody knows is left alone: %s',
    async (path, { openPayment }) => {
      const deep = JSON.parse('{"a":'.repeat(200) + '[]' + '}'.repeat(200)) as unknown;
      await expectReady(await openPayment({ faults: drift({ path, op: 'set', value: deep }) }));
    },
  );
});

describe('one method that is broken', () => {
  it.for<[row: string, drift: Drift]>([
    ['L27 without an id', { path: 'paymentMethods.0.id', op: 'delete' }],
    ['L27 with a type of null', { path: 'paymentMethods.0.type', op: 'null' }],
    ['L27 of null', { path: 'paymentMethods.0', op: 'null' }],
    ['L29 with a number for an id', { path: 'paymentMethods.0.id', op: 'retype' }],
  ])('%s is left out with a warning, and takes no other with it', async ([, change], { openPayment }) => {
    const payment = await openPayment({ faults: drift(change) });
    await expectReady(payment);
    expect(await payment.picker.method('Card').count()).toBe(0);
    expect(await payment.picker.method('MobilePay').count()).toBe(1);
    expect((await payment.heard()).warnings).toContainEqual(expect.stringContaining('payment method 0'));
  });

  it('L32 whose id came before is left out, and the first stays', async ({ openPayment }) => {
    const payment = await openPayment({ faults: drift({ path: 'paymentMethods.0', op: 'duplicate' }) });
    await expectReady(payment);
    expect(await payment.picker.method('Card').count()).toBe(1);
    expect((await payment.heard()).warnings).toContainEqual(expect.stringContaining('twice'));
  });
});

describe('an order that cannot be read', () => {
  it.for<[row: string, drift: Drift, reason: string]>([
    ['L28 without its session', { path: 'session', op: 'delete' }, 'body'],
    ['L28 without its amount', { path: 'session.order.amount', op: 'delete' }, 'amount'],
    ['L28 without its currency', { path: 'session.order.amount.currency', op: 'null' }, 'currency'],
    ['L28 without its token', { path: 'token', op: 'delete' }, 'token'],
    ['L29 with a text for an amount', { path: 'session.order.amount.value', op: 'retype' }, 'value'],
    ['L29 with a number for its id', { path: 'session.sessionId', op: 'retype' }, 'sessionId'],
    ['L29 with an object for its methods', { path: 'paymentMethods', op: 'retype' }, 'methods'],
  ])('%s: nothing can be paid, and the field is named', async ([, change, field], { openPayment }) => {
    const payment = await openPayment({ faults: drift(change) });
    await expectTold(payment, { state: 'failed', key: 'problem', code: 'response_invalid' });
    const [failure] = (await payment.heard()).failures;
    expect(failure?.reason?.toLowerCase()).toContain(field.toLowerCase());
    expect(await payment.picker.payButton.isVisible()).toBe(false);
    expect(payment.openings()).toBe(1);

    await payment.picker.notice.getByRole('button', { name: english.tryAgain }).tap();
    await expectReadyAgain(payment);
  });
});

async function expectReadyAgain({ picker, state, focusInside }: EnginePayment): Promise<void> {
  await picker.methods.first().waitFor();
  expect(await state()).toBe('ready');
  expect(await focusInside()).toBe(true);
}

describe('a great many methods', () => {
  it('L30 1,000 are there, light, and chosen by keyboard', async ({ openPayment }) => {
    const logoUrl = 'http://127.0.0.1:9/logo.svg';
    const payment = await openPayment({
      faults: drift(manyMethods(1_000, { name: 'Way to pay', description: 'Of many', logoUrl })),
    });
    const { page, picker } = payment;
    await expectReady(payment);
    await expect.poll(() => picker.methods.count()).toBe(1_000);

    const nodes = await picker.methods.first().evaluate((input) => {
      const methods = input.closest('[part=methods]');
      return methods ? methods.querySelectorAll('*').length : 0;
    });
    expect(nodes).toBeGreaterThan(1_000);
    expect(nodes).toBeLessThanOrEqual(15_000);
    const logos = await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('logo.svg')).length,
    );
    expect(logos).toBeLessThan(100);

    await picker.methods.first().press('Space');
    await picker.methods.first().press('ArrowDown');
    await picker.methods.nth(1).press('ArrowDown');
    expect(await picker.methods.nth(2).isChecked()).toBe(true);
  });

  it('L31 beyond 1,000 are left out with a warning', async ({ openPayment }) => {
    const payment = await openPayment({ faults: drift(manyMethods(30_000)) });
    await expectReady(payment);
    await expect.poll(() => payment.picker.methods.count()).toBe(1_000);
    expect((await payment.heard()).warnings).toContainEqual(expect.stringContaining('30000'));
  });

  it('L31 100,000 are more than an answer may weigh', async ({ openPayment }) => {
    const payment = await openPayment({ faults: drift(manyMethods(100_000)) });
    await expectTold(payment, { state: 'failed', key: 'problem', code: 'response_invalid', reason: 'size' });
    await payment.picker.notice.getByRole('button', { name: english.tryAgain }).tap();
    await expectReadyAgain(payment);
  });
});

describe('few methods', () => {
  const noMethods: Told = { state: 'failed', key: 'noMethods', code: 'no_payment_methods' };

  it.for<[row: string, drift: Drift]>([
    ['L33 none', { path: 'paymentMethods', op: 'set', value: [] }],
    ['L33 none that can be read', { path: 'paymentMethods', op: 'set', value: [{ id: 7 }, null] }],
  ])('%s: the payer is told, and injectPaymentMethods rejects', async ([, change], { openPayment }) => {
    const payment = await openPayment({ faults: drift(change) });
    await expectTold(payment, noMethods);
    const code = await payment.page.evaluate(() =>
      (globalThis as unknown as PageGlobals).session
        .injectPaymentMethods('#payment')
        .then(() => 'resolved')
        .catch((error: unknown) => (error as { code: string }).code),
    );
    expect(code).toBe('no_payment_methods');
    await payment.picker.notice.getByRole('button', { name: english.tryAgain }).tap();
    await expectReadyAgain(payment);
    expectNoPayment(payment);
  });

  it('L34 one: it is chosen, and nothing is paid by itself', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: drift({
        path: 'paymentMethods',
        op: 'set',
        value: [{ id: 'card', type: 'CARD', name: 'Card' }],
      }),
    });
    await expectReady(payment);
    expect(await payment.picker.methods.first().isChecked()).toBe(true);
    expect(await payment.picker.payButton.getAttribute('aria-disabled')).toBe('false');
    expect((await payment.heard()).states).toEqual(['ready']);
  });
});
