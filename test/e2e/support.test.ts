import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './support/launchChromium.js';
import { phonePage, type PhonePage } from './support/phonePage.js';
import { startServer, type RunningServer } from './support/startServer.js';

const CSP = "default-src 'none'; script-src 'self' 'nonce-n'";
const html = (script: string) =>
  new Response(`<!doctype html><title>t</title>${script}`, {
    headers: { 'content-type': 'text/html', 'content-security-policy': CSP },
  });

describe('the browser support', () => {
  let browser: Browser;
  let phone: PhonePage;
  let server: RunningServer | undefined;
  let body = '';

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await phone.context.close();
    await server?.close();
  });

  async function open(script: string, options: { tls?: boolean } = {}): Promise<void> {
    body = script;
    server = await startServer(() => html(body), options);
    phone = await phonePage(browser);
    await phone.page.goto(server.origin);
  }

  it('shows a clean page over TLS as clean, on a phone', async () => {
    await open('<script nonce="n">document.title = String(innerWidth) + navigator.maxTouchPoints</script>', {
      tls: true,
    });
    expect(await phone.page.title()).toMatch(/^\d{3,4}1$/);
    expect(await phone.page.evaluate('isSecureContext')).toBe(true);
    await phone.expectClean();
  });

  it.each([
    ['a console error', '<script nonce="n">console.error("oh")</script>', /console: oh/],
    ['an uncaught error', '<script nonce="n">throw new Error("oh")</script>', /uncaught: .*oh/],
    [
      'an unhandled rejection',
      '<script nonce="n">Promise.reject(new Error("oh"))</script>',
      /uncaught: .*oh/,
    ],
    ['a policy violation', '<script>1</script>', /csp: script-src/],
  ])('notices %s', async (_, script, expected) => {
    await open(script);
    await expect.poll(() => phone.problems.join('\n')).toMatch(expected);
    await expect(phone.expectClean()).rejects.toThrow(expected);
    await phone.expectClean(expected, /Content Security Policy/);
  });
});

describe('a language beside the script', () => {
  it('is found from a classic script, whatever folder the page is in', async () => {
    const asked: string[] = [];
    const server = await startServer((request) => {
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      if (pathname === '/shop/pay') return html('<script src="/assets/sdk/altapay.min.js"></script>');
      const file = pathname.replace('/assets/sdk/', 'dist/');
      const source = file.endsWith('.min.js') ? `void import('./lang/da.js');` : readFileSync(file, 'utf8');
      return new Response(source, { headers: { 'content-type': 'text/javascript' } });
    });
    const browser = await launchChromium();
    try {
      const phone = await phonePage(browser);
      await phone.page.goto(`${server.origin}/shop/pay`);
      await expect.poll(() => asked).toContain('/assets/sdk/lang/da.js');
      await phone.expectClean();
      expect(readFileSync('dist/altapay.min.js', 'utf8')).toMatch(/import\(["']\.\/lang\/da\.js["']\)/);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
