import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../e2e/support/launchChromium.js';
import { expectSeedToHold } from '../runCommands.js';
import { createBrowserWorld } from './createBrowserWorld.js';

const FIRST = Number(process.env.CHAOS_SEED ?? 1);
const SEEDS = Number(process.env.CHAOS_BROWSER_SEEDS ?? 3);
const STEPS = Number(process.env.CHAOS_BROWSER_STEPS ?? 60);
/** Each takes as long as the first run. */
const SHRINKING_TRIES = 30;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium({ keepBackForwardCache: true });
});
afterAll(() => browser.close());

describe('whatever payer, network and browser do, in a real browser', () => {
  it(`nothing is lost and nothing paid twice: ${SEEDS} seeds from ${FIRST}`, async () => {
    const total = { confirmations: 0, payments: 0, paid: 0 };
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
      const { facts } = await expectSeedToHold(
        (which) => createBrowserWorld(browser, which),
        seed,
        STEPS,
        SHRINKING_TRIES,
      );
      total.confirmations += facts?.confirmations ?? 0;
      total.payments += facts?.ledger.paymentsCreated ?? 0;
      total.paid += facts?.ledger.paymentsFinalised ?? 0;
    }
    // Pages that never get anywhere would keep every promise.
    if (SEEDS > 2) expect(total.payments).toBeGreaterThan(0);
    console.info(`${SEEDS * STEPS} steps in a browser: ${JSON.stringify(total)}`);
  }, 0);
});
