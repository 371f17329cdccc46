/**
 * Projects of readers, as empty as they begin: each gets the package and runs what the guides say.
 *
 * @typedef {{
 *   name: string,
 *   packages: readonly string[],
 *   files: Readonly<Record<string, string>>,
 *   commands: readonly string[],
 * }} Project
 */

const START = `
const window = new Window({ url: 'https://shop.example/pay' });
for (const name of Object.getOwnPropertyNames(window))
  if (!(name in globalThis)) globalThis[name] = window[name];

const sandbox = createSandbox();
const { apiUrl, url } = await sandbox.createLink();
const left = [];
const session = await initFromQR({ apiUrl, url, fetch: sandbox.fetch, navigate: (to) => void left.push(to) });
await session.initiatePayment('card');
const { paymentsCreated } = sandbox.ledger();
session.destroy();
if (paymentsCreated !== 1 || left.length !== 1) throw new Error('The payment was not asked for once.');

const made = await createPaymentLink({
  apiUrl,
  credentials: { username: 'sandbox', password: 'sandbox' },
  order: { orderId: 'A-1', amount: { value: 249.5, currency: 'DKK' }, orderLines: [] },
  fetch: (input, init) => sandbox.fetch(new Request(input, init)),
});
if (!made.paymentLink.includes(made.sessionId)) throw new Error('The link is of another session.');
console.log('ok', version);
await window.happyDOM.close();
`;

const IMPORTS = `import { initFromQR, version } from 'altapay-js';
import { createPaymentLink } from 'altapay-js/server';
import { createSandbox } from 'altapay-js/sandbox';
import { Window } from 'happy-dom';
`;

/** What a server may import although there is no page: it comes before the one that stands in for a page. */
const everyEntry = (/** @type {readonly string[]} */ entries) => `
for (const entry of ${JSON.stringify(entries)})
  if (Object.keys(await import(entry)).length === 0) throw new Error(entry + ' exports nothing.');
`;

const REQUIRES = `const { initFromQR, version } = require('altapay-js');
const start = async () => {
  const { createPaymentLink } = await import('altapay-js/server');
  const { createSandbox } = await import('altapay-js/sandbox');
  const { Window } = await import('happy-dom');
`;

const TYPED = `import { initFromQR, isPaymentError, type CheckoutSession } from 'altapay-js';
import { AltaPayment, type AltaPaymentProps } from 'altapay-js/react';
import { defineAltaPayPayment } from 'altapay-js/element';
import { loadAltaPay } from 'altapay-js/load';
import { renderQRCode } from 'altapay-js/qr';
import { createPaymentLink, verifyCallback } from 'altapay-js/server';
import { installFakeWallets } from 'altapay-js/fake-wallets';
import * as wallets from 'altapay-js/wallets';
import { embedded } from 'altapay-js/embedded';
import { resumeFromReturn } from 'altapay-js/return';
import { createSandbox } from 'altapay-js/sandbox';

export const parts = [AltaPayment, defineAltaPayPayment, loadAltaPay, renderQRCode, createPaymentLink, verifyCallback, installFakeWallets, wallets, embedded, resumeFromReturn];
export const props: AltaPaymentProps = { apiUrl: 'https://api.example', onFailure: ({ code }) => console.warn(code) };
export async function pay(): Promise<CheckoutSession | undefined> {
  const sandbox = createSandbox();
  const { apiUrl, url } = await sandbox.createLink('thirtyMethods');
  try {
    return await initFromQR({ apiUrl, url, fetch: sandbox.fetch, onReady: ({ paymentMethods: [first] }) => console.log(first?.name) });
  } catch (error) {
    if (isPaymentError(error) && error.code === 'options_invalid') return undefined;
    throw error;
  }
}
// @ts-expect-error a number is no address
void initFromQR({ apiUrl: 1 });
`;

const STRICT =
  'npx tsc --strict --exactOptionalPropertyTypes --skipLibCheck false --noEmit --target es2022 --lib es2022,dom,dom.iterable --types node';

/**
 * @param {Readonly<Record<string, string>>} versions - Of the packages that this project itself develops with.
 * @param {readonly string[]} entries - Every name that the package may be imported by.
 * @returns {readonly Project[]}
 */
export function createProjects(versions, entries) {
  const happyDom = `happy-dom@${versions['happy-dom']}`;
  const react = `react@${versions.react}`;
  return [
    {
      name: 'ESM',
      packages: [happyDom, react],
      files: { 'package.json': '{ "type": "module" }', 'start.js': IMPORTS + everyEntry(entries) + START },
      commands: ['node start.js'],
    },
    {
      name: 'CommonJS',
      packages: [happyDom, react],
      files: {
        'package.json': '{}',
        'start.cjs': `${REQUIRES}${everyEntry(entries)}${START}};\nvoid start();\n`,
      },
      commands: ['node start.cjs'],
    },
    ...['5.4.5', `${versions.typescript}`].map((typescript) => ({
      name: `TypeScript ${typescript}`,
      packages: [
        `typescript@${typescript}`,
        ...['@types/node', '@types/react'].map((name) => `${name}@${versions[name]}`),
      ],
      files: { 'package.json': '{ "type": "module" }', 'start.ts': TYPED, 'start.mts': TYPED },
      commands: [
        `${STRICT} --module node16 start.ts start.mts`,
        `${STRICT} --module esnext --moduleResolution bundler start.ts`,
      ],
    })),
  ];
}
