import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Page = { AltaPay?: Record<string, unknown> };
const page = globalThis as unknown as Page;

beforeEach(() => vi.resetModules());
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'AltaPay');
  Reflect.deleteProperty(globalThis, 'AltaPayFactory');
});

const runSdk = () => import('../../src/global.js');
const runReturn = () => import('../../src/return/global.js');

describe('the script of the page that the payer comes back to', () => {
  it('is enough by itself', async () => {
    await runReturn();
    expect(Object.keys(page.AltaPay!)).toEqual(['resumeFromReturn']);
  });

  it.each([
    ['after the SDK’s', [runSdk, runReturn]],
    ['before the SDK’s', [runReturn, runSdk]],
  ])('shares the one global, %s', async (_, scripts) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    for (const run of scripts) await run();
    const names = ['initFromQR', 'initiate', 'configure', 'resumeFromReturn'];
    for (const name of names) expect(page.AltaPay![name]).toBeTypeOf('function');
    expect(warn).not.toHaveBeenCalled();
  });

  it('leaves the first SDK on the page where that stands twice', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await runSdk();
    await runReturn();
    const { initFromQR } = page.AltaPay!;
    vi.resetModules();
    await runSdk();
    expect(page.AltaPay!.initFromQR).toBe(initFromQR);
    expect(warn).toHaveBeenCalledOnce();
  });
});
