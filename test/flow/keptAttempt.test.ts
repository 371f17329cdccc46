import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dieAfter, isPayment, openPayerPage, type PayerPage } from '../payerPage.js';

let page: PayerPage;

beforeEach(async () => {
  page = await openPayerPage();
});
afterEach(() => page.leave());

/** A payment is asked for, its answer is lost, and the page is loaded anew. */
async function loseAnswerAndReload() {
  page.network.intercept = (request, forward, url) =>
    isPayment(request) ? dieAfter(request, forward, url) : forward();
  const left = await page.start({ idempotencyKey: true });
  await expect(left.initiatePayment('mobilepay')).rejects.toMatchObject({ code: 'outcome_unclear' });
  expect(JSON.stringify(history.state)).toContain('mobilepay');
  left.destroy();
  page.network.intercept = undefined;
  page.network.requests.length = 0;
}

it.each(['offered still', 'offered no longer'])(
  'leads to the same payment by its key, the method %s',
  async (offered) => {
    await loseAnswerAndReload();
    if (offered === 'offered no longer')
      page.network.intercept = async (_, forward, url) => {
        const response = await forward();
        if (!/activation|payment-methods/.test(url.pathname)) return response;
        const text = (await response.text()).replaceAll('"id":"mobilepay"', '"id":"another"');
        return new Response(text, response);
      };
    const session = await page.start({ idempotencyKey: true });
    await vi.waitFor(() => expect(session.state).toMatchObject({ name: 'unclear', retry: 'offered' }));
    expect(page.picker()!.querySelectorAll('input')).toHaveLength(0);
    await session.retryPayment();
    expect(session.state).toMatchObject({ name: 'handedOff', methodId: 'mobilepay' });
    expect(page.ledger()).toMatchObject({ arrivals: 2, keys: 1, paymentsCreated: 1 });
  },
);
