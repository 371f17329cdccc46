import { existsSync, readFileSync } from 'node:fs';
import type { ShopSetting } from './startShop.js';

const PAGE =
  '<!doctype html><html lang="en"><title>Pay</title><main id="payment"></main><script src="/altapay.min.js"></script><script src="/pay.js"></script>';

/**
 * Serves a merchant's site of plain files: a page at `/pay`, the built files beside it, and its own.
 *
 * @param policy - The page's.
 * @param own - The site's own scripts, by name; `pay.js` is the page's.
 */
export function serveSite(
  policy: string,
  own: Readonly<Record<string, string>>,
): NonNullable<ShopSetting['serve']> {
  return ({ url }) => {
    const name = new URL(url).pathname.slice(1);
    if (name === 'pay')
      return new Response(PAGE, {
        headers: { 'content-type': 'text/html', 'content-security-policy': `${policy}; worker-src 'self'` },
      });
    const file = `dist/${name}`;
    const text =
      own[name] ?? (name.endsWith('.js') && existsSync(file) ? readFileSync(file, 'utf8') : undefined);
    return text === undefined
      ? undefined
      : new Response(text, { headers: { 'content-type': 'text/javascript' } });
  };
}
