import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const PROBE = `
  for (const name of ['fetch', 'setTimeout', 'setInterval']) {
    globalThis[name] = () => { throw new Error(name + ' was called'); };
  }
  const before = Object.getOwnPropertyNames(globalThis);
  LOAD.then((module) => {
    const names = Object.keys(module).filter((name) => !/^(default|module\\.exports|__esModule)$/.test(name)).sort();
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    process.stdout.write(JSON.stringify({ names, added }));
  });
`;

/** Loads a built file in a Node of its own, where nothing of a browser is there and nothing may be started. */
function load(expression: string): { names: string[]; added: string[] } {
  const code = PROBE.replace('LOAD', expression);
  const answer = execFileSync(process.execPath, ['--input-type=commonjs', '--eval', code], {
    encoding: 'utf8',
  });
  return JSON.parse(answer) as { names: string[]; added: string[] };
}

describe('importing in Node', () => {
  const esm = load(`import('./dist/index.js')`);
  const cjs = load(`Promise.resolve(require('./dist/index.cjs'))`);

  it('runs nothing and leaves nothing behind', () => {
    // zod keeps its registry where every copy of it finds it.
    const zod = ['__zod_globalConfig', '__zod_globalRegistry'];
    expect(esm.added.filter((name) => !zod.includes(name))).toEqual([]);
    expect(cjs.added.filter((name) => !zod.includes(name))).toEqual([]);
  });

  it('gives the public names, the same for import and require', () => {
    expect(esm.names).toEqual(
      expect.arrayContaining([
        'AltaPayFactory',
        'PaymentError',
        'configure',
        'initFromQR',
        'initiate',
        'isPaymentError',
      ]),
    );
    expect(cjs.names).toEqual(esm.names);
  });

  it('finds the package by its own name, as a merchant does', () => {
    expect(load(`import('altapay-js')`).names).toEqual(esm.names);
    expect(load(`Promise.resolve(require('altapay-js'))`).names).toEqual(esm.names);
  });

  it('gives the QR code, the loader, the element, the component, the wallets, the server’s side and the sandbox apart', () => {
    expect(load(`import('altapay-js/embedded')`)).toEqual({ names: ['embedded'], added: [] });
    expect(load(`import('altapay-js/return')`)).toEqual({
      names: ['PaymentError', 'isPaymentError', 'resumeFromReturn'],
      added: [],
    });
    expect(load(`import('altapay-js/load')`)).toEqual({ names: ['loadAltaPay'], added: [] });
    expect(load(`import('altapay-js/element')`).names).toEqual(['defineAltaPayPayment']);
    expect(load(`import('altapay-js/react')`).names).toEqual(['AltaPayment']);
    expect(load(`import('altapay-js/server')`).names).toEqual([
      'CheckoutError',
      'createPaymentLink',
      'isCheckoutError',
      'verifyCallback',
    ]);
    expect(load(`import('altapay-js/qr')`)).toEqual({ names: ['encodeQRCode', 'renderQRCode'], added: [] });
    expect(load(`import('altapay-js/wallets')`)).toEqual({ names: ['applePay', 'googlePay'], added: [] });
    expect(load(`import('altapay-js/fake-wallets')`)).toEqual({ names: ['installFakeWallets'], added: [] });
    expect(load(`import('altapay-js/sandbox')`).names).toContain('createSandbox');
  });
});
