import { beforeEach, describe, expect, it, vi } from 'vitest';
import { initFromQR } from '../../src/initFromQR.js';
import { openPayerPage, visit, type PayerPage } from '../payerPage.js';

let page: PayerPage;
let ids: string;
beforeEach(async () => {
  page = await openPayerPage();
  ids = `sessionId=${page.sessionId}&linkId=${page.link.id}`;
  return () => page.leave();
});

const at = 'https://shop.test/pay';
type Mode = 'fragment' | 'remove' | false;
const kept = () => ({ altapay: { sessionId: page.sessionId, linkId: page.link.id } });

/** Opens the page at an address; tells what the address bar held before anything was awaited, and after. */
async function opened(address: string, mode?: Mode, state: unknown = null) {
  visit(address);
  if (state !== null) history.replaceState(state, '', address);
  const starting = initFromQR({
    ...page.options,
    container: page.container,
    ...(mode !== undefined && { scrubUrl: mode }),
  });
  const before = { href: location.href, state: history.state as unknown };
  const session = await starting;
  expect({ href: location.href, state: history.state as unknown }).toEqual(before);
  const { name } = session.state;
  session.destroy();
  return { ...before, name };
}

describe('the address bar, before anything is awaited', () => {
  it.each([
    // mode, where the link stands, what is left of the address
    ['fragment', '#{ids}', '#{ids}'],
    ['fragment', '?{ids}', '#{ids}'],
    ['fragment', '?lang=da&{ids}&x=%20y', '?lang=da&x=%20y#{ids}'],
    ['fragment', '?lang=da#{ids}', '?lang=da#{ids}'],
    ['fragment', '?{ids}#/route', '#/route'],
    ['remove', '#{ids}', ''],
    ['remove', '?lang=da&{ids}', '?lang=da'],
    ['remove', '?{ids}#/route', '#/route'],
    [false, '#{ids}', '#{ids}'],
    [false, '?{ids}#/route', '?{ids}#/route'],
  ] as [Mode, string, string][])('in the mode %s: %s becomes %s', async (mode, found, left) => {
    const { href, name } = await opened(at + found.replace('{ids}', ids), mode);
    expect(href).toBe(at + left.replace('{ids}', ids));
    expect(name).toBe('ready');
  });

  it('is in the mode “fragment” unless the merchant says otherwise', async () => {
    expect((await opened(`${at}?${ids}`)).href).toBe(`${at}#${ids}`);
  });

  it.each(['fragment', 'remove'] as const)('never holds a token: %s', async (mode) => {
    const { token, sessionId } = page;
    for (const found of [
      `#sessionId=${sessionId}&token=${token}`,
      `?a=1&sessionId=${sessionId}&token=${token}#/r`,
    ]) {
      const { href, state, name } = await opened(at + found, mode);
      expect(href + JSON.stringify(state)).not.toContain(token);
      expect(name).toBe('ready');
    }
  });

  it('keeps a token where the page’s router owns the address', async () => {
    const found = `#sessionId=${page.sessionId}&token=${page.token}`;
    expect((await opened(at + found, false)).href).toBe(at + found);
  });

  it('loses the token of a link that cannot be read, too', async () => {
    const { href, name } = await opened(`${at}#sessionId=a/b&token=${page.token}`);
    expect(href).toBe(at);
    expect(name).toBe('failed');
  });

  it('adds no entry to the history', async () => {
    visit(`${at}?${ids}`);
    const { length } = history;
    const pushed = vi.spyOn(history, 'pushState');
    await opened(`${at}?${ids}`);
    expect(history.length).toBe(length);
    expect(pushed).not.toHaveBeenCalled();
  });
});

describe('the page’s own state in the history', () => {
  it('is kept, and the ids are put beside it', async () => {
    const mine = { scroll: 42, nested: { a: [1] } };
    expect((await opened(`${at}#${ids}`, 'remove', mine)).state).toEqual({ ...mine, ...kept() });
    expect((await opened(`${at}?${ids}`, 'fragment', mine)).state).toEqual(mine);
    expect((await opened(`${at}?${ids}#/route`, 'fragment', mine)).state).toEqual({ ...mine, ...kept() });
  });

  it.each([['text'], [42], [['a']], [new Date(0)]])(
    'that is %j belongs to a router and stays as it is',
    async (state) => {
      expect((await opened(`${at}#${ids}`, 'remove', state)).state).toEqual(state);
    },
  );
});

describe('a reload', () => {
  it.each([
    ['fragment', `?{ids}`],
    ['fragment', `?{ids}#/route`],
    ['remove', `#{ids}`],
  ] as [Mode, string][])('finds the link again: %s, %s', async (mode, found) => {
    await opened(at + found.replace('{ids}', ids), mode);
    const again = await initFromQR({ ...page.options, container: page.container });
    expect(again.state.name).toBe('ready');
    again.destroy();
  });

  it('of a page that came with a token says to open the link again', async () => {
    await opened(`${at}#sessionId=${page.sessionId}&token=${page.token}`);
    const again = await initFromQR({ ...page.options, container: page.container });
    expect(again.state).toMatchObject({ name: 'failed', error: { code: 'link_missing' } });
    again.destroy();
  });
});
