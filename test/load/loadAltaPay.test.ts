import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Load from '../../src/load/index.js';

/** A file as a server would send it: a module that an address stands for. */
const script = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
const CODE =
  'globalThis.AltaPay ??= { version: "1", times: (globalThis.times = (globalThis.times ?? 0) + 1) }; //';

// Whatever has been imported once is remembered, so each test has an address of its own.
let GOOD = '';
let tests = 0;
let loadAltaPay: typeof Load.loadAltaPay;
beforeEach(async () => {
  GOOD = script(`${CODE}${(tests += 1)}`);
  vi.resetModules();
  ({ loadAltaPay } = await import('../../src/load/index.js'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const name of ['AltaPay', 'times', 'ready']) Reflect.deleteProperty(globalThis, name);
  document.head.replaceChildren();
});

describe('loading the script', () => {
  it('gives what the script puts on the page', async () => {
    const loaded = await loadAltaPay({ src: GOOD });
    expect(loaded).toBeDefined();
    expect(loaded).toBe(globalThis.AltaPay);
  });

  it('loads it once, however many ask', async () => {
    const [first, second] = await Promise.all([
      loadAltaPay({ src: `${GOOD}a` }),
      loadAltaPay({ src: `${GOOD}b` }),
    ]);
    expect(second).toBe(first);
    expect(globalThis).toHaveProperty('times', 1);
    await expect(loadAltaPay({ src: `${GOOD}c` })).resolves.toBe(first);
    expect(globalThis).toHaveProperty('times', 1);
  });

  it('takes the one that is on the page already', async () => {
    const own = { version: 'own' } as never;
    globalThis.AltaPay = own;
    await expect(loadAltaPay({ src: 'nowhere.js' })).resolves.toBe(own);
  });

  it('tries again when it is asked again, at an address that the browser has not given up', async () => {
    const src = script(
      'if (!globalThis.ready) throw new Error("not yet"); globalThis.AltaPay = { version: "2" };//',
    );
    const asked = loadAltaPay({ src });
    await expect(asked).rejects.toThrow(/could not be loaded/);
    await expect(asked).rejects.toMatchObject({ cause: { message: 'not yet' } });
    Object.assign(globalThis, { ready: true });
    await expect(loadAltaPay({ src })).resolves.toMatchObject({ version: '2' });
  });

  it('says so when the file is another one', async () => {
    await expect(loadAltaPay({ src: script('1') })).rejects.toThrow(/is not the script of altapay-js/);
    await expect(loadAltaPay({ src: GOOD })).resolves.toMatchObject({ version: '1' });
  });

  it('waits no longer than it is told to', async () => {
    const src = script('await new Promise(() => {})');
    await expect(loadAltaPay({ src, timeoutMs: 5 })).rejects.toMatchObject({
      cause: { message: 'Nothing came within 5 ms.' },
    });
  });

  it('says what is wrong with an address', async () => {
    await expect(loadAltaPay({ src: 'https://' })).rejects.toThrow(TypeError);
    await expect(loadAltaPay({ src: GOOD })).resolves.toMatchObject({ version: '1' });
  });

  it('is nothing on a server', async () => {
    vi.stubGlobal('document', undefined);
    await expect(loadAltaPay({ src: GOOD })).resolves.toBeNull();
  });
});

describe('a script that is held to a hash', () => {
  /** Plays the browser, which fetches what is put into the head. */
  const answer = (event: 'load' | 'error') =>
    vi.spyOn(document.head, 'append').mockImplementation((element) => {
      queueMicrotask(() => (element as Element).dispatchEvent(new Event(event)));
    });

  it.each([
    [true, 'LINK', 'modulepreload', 'href'],
    [false, 'SCRIPT', 'module', 'src'],
  ] as const)('is fetched by what the browser has (modulepreload: %s)', async (has, tag, kind, address) => {
    const { relList } = document.createElement('link');
    vi.spyOn(Object.getPrototypeOf(relList) as DOMTokenList, 'supports').mockReturnValue(has);
    const append = answer('load');
    await loadAltaPay({ src: GOOD, integrity: 'sha384-abc', nonce: 'n1' });
    const element = append.mock.calls[0]![0] as HTMLLinkElement & HTMLScriptElement;
    expect(element.tagName).toBe(tag);
    expect(element).toMatchObject({
      integrity: 'sha384-abc',
      nonce: 'n1',
      crossOrigin: 'anonymous',
      [address]: GOOD,
    });
    expect([element.rel, element.type]).toContain(kind);
  });

  it('is not run when it is another one', async () => {
    answer('error');
    await expect(loadAltaPay({ src: GOOD, integrity: 'sha384-abc' })).rejects.toThrow(/could not be loaded/);
    expect(globalThis).not.toHaveProperty('times');
  });
});
