import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { guardSnippet } from '../support/guardSnippet.js';
import { expectText, guardIt as it, SDK } from '../support/guardTest.js';

describe('a script that does not come', () => {
  it('L47 one that is never answered: after 20 seconds; it gives way should the script still come', async ({
    openGuarded,
  }) => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const { page: any, picker } = await openGuarded({
      prepare: async (any) => {
        const page = any as Page;
        await page.clock.install();
        await page.route(`**${SDK}`, async (route) => {
          await answered;
          await route.continue();
        });
      },
    });
    const page = any as Page;
    await page.locator('main').waitFor({ state: 'attached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.clock.fastForward(20_000);
    await expectText(page, guardSnippet.blocked);
    answer();
    await picker.methods.first().waitFor();
    await page.getByText(guardSnippet.blocked).waitFor({ state: 'detached' });
  });
});
