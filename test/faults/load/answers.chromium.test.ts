import { describe, expect } from 'vitest';
import { expectHeldBack } from '../support/expectHeldBack.js';
import { expectNext } from '../support/expectNext.js';
import { expectNoPayment, expectTold, type Told } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { it } from '../support/faultTest.js';
import type { PageGlobals } from '../support/pageGlobals.js';

const opening = failing('POST /session/*/activation');

describe('an answer that is too long', () => {
  it('L12 is left after 1 MiB of 50, which weigh nothing on the phone', async ({ openPayment }) => {
    const payment = await openPayment({ faults: [opening({ kind: 'huge', mebibytes: 50 })] });
    await expectTold(payment, {
      state: 'failed',
      key: 'problem',
      code: 'response_invalid',
      reason: 'size',
    });
    expect(payment.openings()).toBe(1);
    const cdp = await payment.page.context().newCDPSession(payment.page);
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    // The whole page, picker and all.
    expect(usedSize).toBeLessThan(10 * 2 ** 20);
    await expectNext(payment, 'Try again');
    expectNoPayment(payment);
  });
});

describe('an API that is busy', () => {
  const busy: Told = { state: 'failed', key: 'busy', code: 'rate_limited' };

  it.for<[row: string, retryAfter: number | string]>([
    ['L22 for an hour', 3_600],
    ['L22 until a date', 'Fri, 31 Dec 2100 23:59:59 GMT'],
  ])(
    '%s: the payer is told to wait, and can try again after a minute',
    async ([, retryAfter], { openPayment }) => {
      const payment = await openPayment({
        faults: [opening({ kind: 'status', status: 429, retryAfter })],
        arrange: () => {
          Object.assign(globalThis, { waits: true });
        },
      });
      const { page, picker } = payment;
      await page.clock.install();
      await page.evaluate(() => void (globalThis as unknown as PageGlobals).start());
      await expectTold(payment, busy);
      expect(payment.openings()).toBe(1);
      const again = picker.notice.getByRole('button');
      // What holds it back comes with the part that a failed load asks for.
      await expect
        .poll(async () => {
          await page.clock.runFor(10);
          return again.getAttribute('aria-disabled');
        })
        .toBe('true');
      await expectHeldBack(payment, again, 60);
      await expectNext(payment, 'Try again');
      expectNoPayment(payment);
    },
  );
});
