import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { EnginePage } from '../../e2e/support/enginePage.js';
import { it as engineIt, type EngineOptions } from '../../e2e/support/engineTest.js';
import { pickerOn } from '../../e2e/support/pickerOn.js';
import { strictPolicy } from '../../e2e/support/strictPolicy.js';
import { guardSnippet } from './guardSnippet.js';

const { 'altapay.min.js': INTEGRITY = '' } = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<
  string,
  string
>;

export const SDK = '/sdk/altapay.min.js';

export type Guarded = EngineOptions & {
  readonly allowed?: readonly RegExp[];
  /** In place of the script's own. */
  readonly integrity?: (own: string) => string;
  /** Where scripts may come from. Default: from the page's own server. */
  readonly script?: string;
  /** In place of the script. */
  readonly answer?: () => Response;
  /** Before the page is asked for. */
  readonly prepare?: (page: EnginePage) => Promise<unknown>;
};

/** `it` with a page that has the README's lines for a script that does not come. */
export const guardIt = engineIt.extend('openGuarded', async ({ openShop, openPhone }) => {
  return async (guarded: Guarded = {}) => {
    const { integrity = (own: string) => own, script = "'self'", answer, prepare, ...open } = guarded;
    const shop = await openShop({
      serve(request, apiUrl) {
        const { pathname } = new URL(request.url);
        if (pathname === SDK) return answer?.();
        if (pathname !== '/pay') return undefined;
        const policy = strictPolicy({
          script: `${guardSnippet.hash} ${script}`,
          connect: new URL(apiUrl).origin,
          image: '*',
        });
        return new Response(toHtml(apiUrl, integrity(INTEGRITY)), {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
        });
      },
    });
    const { link } = await shop.requestLink();
    const { page } = await openPhone(open);
    await prepare?.(page);
    // One test's script is never answered.
    await page.goto(link, { waitUntil: 'commit' });
    return { page, shop, picker: pickerOn(page) };
  };
});

const toHtml = (apiUrl: string, integrity: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta name="viewport" content="width=device-width" />
    <title>Payment</title>
    <link rel="icon" href="/assets/cup.svg" />
    ${guardSnippet.html}
    <script src="${SDK}" integrity="${integrity}" data-api-url="${apiUrl}" data-container="#payment" defer></script>
  </head>
  <body><main id="payment"></main></body>
</html>`;

/** Seen once, and told to assistive technology; nothing else stands there. */
export async function expectText(page: EnginePage, text: string): Promise<void> {
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').allInnerTexts()).toEqual([text]);
  expect((await page.locator('main').innerText()).trim()).toBe(text);
}
