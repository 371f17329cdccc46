import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './support/launchChromium.js';
import { listFiles } from '../architecture/listFiles.js';
import { takeUnjudged } from './support/judgePages.js';
import { phonePage, type PhonePage } from './support/phonePage.js';
import { startServer, type RunningServer } from './support/startServer.js';
import { findLaxities, strictPolicy } from './support/strictPolicy.js';

const POLICY = `${strictPolicy({ script: "'self' 'nonce-n'" })}; frame-src 'self'`;
const html = (script: string, policy = POLICY) =>
  new Response(`<!doctype html><title>t</title>${script}`, {
    headers: { 'content-type': 'text/html', 'content-security-policy': policy },
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

  async function open(
    script: string,
    options: { tls?: boolean; frame?: Response; policy?: string } = {},
  ): Promise<void> {
    body = script;
    server = await startServer(
      ({ url }) => (url.endsWith('/frame') ? options.frame! : html(body, options.policy)),
      options,
    );
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
    [
      'a policy violation that the page wants to hide',
      `<script nonce="n">
        addEventListener('securitypolicyviolation', (event) => event.stopImmediatePropagation(), true);
        delete globalThis.__reportViolation;
        globalThis.__reportViolation = () => undefined;
        document.write('');
      </script>`,
      /csp: require-trusted-types-for/,
    ],
    [
      'text that becomes markup in a shadow root',
      `<p></p><script nonce="n">
        const root = document.querySelector('p').attachShadow({ mode: 'closed' });
        try { root.innerHTML = '<b>'; } catch {}
      </script>`,
      /csp: require-trusted-types-for/,
    ],
    [
      'text that becomes code',
      `<script nonce="n">try { new Function('1'); } catch {}</script>`,
      /csp: (?:require-trusted-types-for|script-src)/,
    ],
  ])('notices %s', async (_, script, expected) => {
    await open(script);
    await expect.poll(() => phone.problems.join('\n')).toMatch(expected);
    await expect(phone.expectClean()).rejects.toThrow(expected);
    await phone.expectClean(expected, /Content Security Policy|TrustedHTML|TrustedScript/);
  });

  it.each([
    ['a frame', ''],
    ['a sandboxed frame', 'sandbox="allow-scripts"'],
  ])('notices a violation in %s', async (_, sandbox) => {
    await open(`<iframe src="/frame" ${sandbox}></iframe>`, { frame: html('<script>1</script>') });
    await expect.poll(() => phone.problems.join('\n')).toMatch(/csp: script-src/);
    await phone.expectClean(/csp: script-src/, /Content Security Policy/);
  });

  it('notices a violation in a frame that may run nothing, and so tells of no event', async () => {
    await open('<iframe src="/frame" sandbox></iframe>', { frame: html('<p style="color:red">') });
    await expect.poll(() => phone.problems.join('\n')).toMatch(/console: .*Content Security Policy/);
    await phone.expectClean(/Content Security Policy|Blocked script execution/);
  });

  it.each([
    ['no policy', '', /policy: .*no default-src 'none'.*no trusted-types/],
    ['a policy that allows inline code', `${POLICY} 'unsafe-inline'`, /policy: .*'unsafe-inline'/],
    ['a policy without Trusted Types', POLICY.replace(/require-trusted.*script';/, ''), /no require-trusted/],
  ])('notices a page, or a frame in it, with %s', async (_, policy, expected) => {
    await open('', { policy });
    await expect(phone.expectClean()).rejects.toThrow(expected);
    await phone.context.close();
    await server?.close();
    await open('<iframe src="/frame"></iframe>', { frame: html('', policy) });
    await expect.poll(() => phone.problems.join('\n')).toMatch(expected);
    expect(takeUnjudged()).toHaveLength(1);
  });
});

describe('the strict policy', () => {
  it('is looked for on every page: none is opened but by the one function', () => {
    const opening = listFiles('test', '.ts', '.mjs').filter(({ text }) =>
      /\b(?:newContext|launchPersistentContext|bypassCSP|browser\.newPage)\b/.test(text),
    );
    expect(opening.map(({ path }) => path)).toEqual([
      // Measures, and tests nothing.
      'test/bench/openBrowser.mjs',
      'test/e2e/support.test.ts',
      'test/e2e/support/phonePage.ts',
    ]);
  });

  it.each([
    [strictPolicy(), []],
    [strictPolicy({ script: "'nonce-a' 'sha384-b='", connect: '*' }), []],
    [strictPolicy({ script: 'https://cdn.example' }), ['script-src https://cdn.example']],
    [strictPolicy({ script: "'self' 'unsafe-eval'" }), ["script-src 'unsafe-eval'"]],
    [strictPolicy({ style: "'unsafe-inline'" }), ["style-src 'unsafe-inline'"]],
    [`${strictPolicy()}; frame-src *; object-src data:`, ['frame-src *', 'object-src data:']],
    [`default-src *; ${strictPolicy()}`, ["no default-src 'none'"]],
    [strictPolicy().replace("types 'none'", "types default 'allow-duplicates'"), ["no trusted-types 'none'"]],
  ])('is told from a lax one: %s', (policy, laxities) => {
    expect(findLaxities(policy)).toEqual(laxities);
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
      expect(readFileSync('dist/altapay.min.js', 'utf8')).toMatch(/import\(`\.\/lang\/\$\{\w+\}\.js`\)/);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
