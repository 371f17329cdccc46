import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { it } from './support/e2eTest.js';
import { findChromium } from './support/findChromium.mjs';
import { strictPolicy } from './support/strictPolicy.js';

// This browser has no driver that would gather what a page breaks: the page tells it.
const TELL_VIOLATIONS = `addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
  fetch('/report?violation=' + violatedDirective));`;

const html = (body: string, api = ''): Response =>
  new Response(
    `<!doctype html><html lang="en"><title>Pay</title><script nonce="n">${TELL_VIOLATIONS}</script>${body}</html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': strictPolicy({ script: "'nonce-n'", connect: `'self' ${api}` }),
      },
    },
  );

/**
 * Starts Chromium by itself: under a driver it prefetches a page, but does not prerender it.
 *
 * @returns Ends the browser and forgets its profile.
 */
async function openAlone(url: string): Promise<() => Promise<void>> {
  const profile = await mkdtemp(join(tmpdir(), 'altapay-prerender-'));
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const debugged = ['--headless=new', '--remote-debugging-port=0', '--no-sandbox', '--disable-gpu'];
  const chromium = spawn(
    findChromium({ whole: true }) ?? '',
    [...debugged, ...quiet, `--user-data-dir=${profile}`, url],
    {
      stdio: 'ignore',
    },
  );
  return async () => {
    const ended = new Promise((resolve) => chromium.once('exit', resolve));
    chromium.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}

it('opens no link on a page that is only prerendered, early start and all, and opens it once the payer sees the page', async ({
  openShop,
  onTestFinished,
}) => {
  let payPage = '';
  let mayGo = false;
  const seen: string[] = [];
  const shop = await openShop({
    serve: (request, apiUrl) => {
      const { pathname, search } = new URL(request.url);
      if (pathname === '/start') {
        const rules = JSON.stringify({ prerender: [{ urls: [payPage], eagerness: 'immediate' }] });
        // The payer goes on when the test has seen enough.
        const wait = `setInterval(async () => {
          if ((await fetch('/may-go')).status === 200) location.href = ${JSON.stringify(payPage)};
        }, 50)`;
        return html(
          `<script nonce="n" type="speculationrules">${rules}</script><script nonce="n">${wait}</script>`,
        );
      }
      if (pathname === '/may-go') return new Response(null, { status: mayGo ? 200 : 204 });
      if (pathname === '/report') {
        seen.push(search);
        return new Response(null, { status: 204 });
      }
      if (pathname !== '/quiet') return undefined;
      return html(
        `<script nonce="n" data-api-url="${apiUrl}">${readFileSync('dist/altapay.early.js', 'utf8')}</script>
        <main id="payment"></main>
        <script nonce="n" src="/sdk/altapay.min.js" data-api-url="${apiUrl}" data-container="#payment"></script>
        <script nonce="n">
          fetch('/report?prerendering=' + document.prerendering);
          document.getElementById('payment').addEventListener('altapay:ready', () => fetch('/report?ready'));
        </script>`,
        new URL(apiUrl).origin,
      );
    },
  });
  const { link } = await shop.requestLink();
  const [sessionId = '', linkId = ''] = link.split('/').slice(-2);
  payPage = `/quiet#${new URLSearchParams({ sessionId, linkId }).toString()}`;
  const activations = (): number =>
    shop.sandbox.ledger().requests.filter(({ path }) => path.endsWith('/activation')).length;

  onTestFinished(await openAlone(`${shop.shopUrl}/start`));
  await expect.poll(() => seen, { timeout: 20_000 }).toEqual(['?prerendering=true']);
  expect(activations()).toBe(0);

  mayGo = true;
  await expect.poll(() => seen, { timeout: 20_000 }).toEqual(['?prerendering=true', '?ready']);
  expect(activations()).toBe(1);
});
