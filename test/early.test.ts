import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeEarlyStart } from '../src/browser/takeEarlyStart.js';
import { openPayerPage, visit, type PayerPage } from './payerPage.js';
import { API } from './sandbox/checkoutClient.js';

const LINK = '#sessionId=5b8c9f1e-0000&linkId=Xq3_-';
let asked: Request[];

beforeEach(() => {
  vi.resetModules();
  asked = [];
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal(
    'fetch',
    vi.fn((input: RequestInfo | URL, init?: RequestInit) => {
      asked.push(new Request(input, init));
      return Promise.reject(new TypeError('Failed to fetch'));
    }),
  );
  visit(`https://shop.test/pay${LINK}`);
});
afterEach(() => {
  globalThis.altapayEarly = undefined;
});

/** Runs the snippet as it runs in a page, in a tag with this address of the API. */
async function runSnippet(apiUrl: string | undefined = API): Promise<void> {
  const tag = document.createElement('script');
  if (apiUrl) tag.setAttribute('data-api-url', apiUrl);
  const current = vi.spyOn(document, 'currentScript', 'get').mockReturnValue(tag);
  await import('../src/early.js');
  current.mockRestore();
}

describe('the early start', () => {
  it.each([
    'https://api.test/checkout/v1/api',
    'https://api.test/checkout/v1/api/',
    'https://api.test/checkout/v1/api//',
  ])('asks at once, below %s', async (apiUrl) => {
    await runSnippet(apiUrl);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://api.test/checkout/v1/api/session/5b8c9f1e-0000/activation',
    ]);
  });

  it('asks exactly as the SDK does', async () => {
    const page: PayerPage = await openPayerPage();
    await runSnippet();
    await page.start();
    const [own] = page.network.requests;
    const [early] = asked;
    const tell = async (request: Request | undefined): Promise<unknown> => ({
      url: request?.url,
      method: request?.method,
      headers: [...(request?.headers ?? [])],
      body: await request?.clone().text(),
      credentials: request?.credentials,
      referrerPolicy: request?.referrerPolicy,
      redirect: request?.redirect,
    });
    expect(await tell(early)).toEqual(await tell(own));
    // The DOM of these tests does not keep it in a request.
    expect(vi.mocked(fetch).mock.calls[0]?.[1]).toMatchObject({ cache: 'no-store' });
    page.leave();
  });

  it.each([
    ['no link', 'https://shop.test/pay'],
    ['half a link', 'https://shop.test/pay#sessionId=5b8c'],
    ['a token', 'https://shop.test/pay#sessionId=5b8c&token=aa.bb.cc'],
    ['a token beside a link', `https://shop.test/pay${LINK}&token=aa.bb.cc`],
    ['a session given twice', `https://shop.test/pay${LINK}&sessionId=5b8c`],
    ['a link id given twice', `https://shop.test/pay?linkId=5b8c${LINK}`],
    ['a token in the query', `https://shop.test/pay?token=aa.bb.cc${LINK}`],
    ['an id that is none', 'https://shop.test/pay#sessionId=../../x&linkId=Xq3'],
    ['an id with an escape', 'https://shop.test/pay#sessionId=5b8c&linkId=X%71'],
    ['an id that is too long', `https://shop.test/pay#sessionId=5b8c&linkId=${'x'.repeat(129)}`],
    ['a fragment of the page’s own', `https://shop.test/pay#/route&sessionId=5b8c&linkId=Xq3`],
  ])('leaves an address alone that holds %s', async (_, address) => {
    visit(address);
    await runSnippet();
    expect(asked).toEqual([]);
    expect(globalThis.altapayEarly).toBeUndefined();
  });

  it.each([
    ['without an address of the API', ''],
    ['with one that is none', 'nowhere'],
    ['with one that is reached plainly', 'http://api.test/checkout/v1/api'],
    ['with one on this machine, from a page that is not', 'http://127.0.0.1/checkout/v1/api'],
  ])('does nothing %s', async (_, apiUrl) => {
    await runSnippet(apiUrl);
    expect(asked).toEqual([]);
  });

  it('does nothing on a page that is not secure', async () => {
    vi.stubGlobal('isSecureContext', false);
    visit(`http://shop.test/pay${LINK}`);
    await runSnippet();
    expect(asked).toEqual([]);
  });

  it.each([
    ['http://127.0.0.1:4170', 'http://127.0.0.1:4171/checkout/v1/api', 1],
    ['http://127.0.0.1:4170', 'https://api.test/checkout/v1/api', 1],
    ['http://127.0.0.1:4170', 'http://192.168.0.7:4171/checkout/v1/api', 0],
    ['https://127.0.0.1:4170', 'http://127.0.0.1:4171/checkout/v1/api', 0],
  ])('on a developer’s machine: %s asking %s', async (origin, apiUrl, requests) => {
    visit(`${origin}/pay${LINK}`);
    await runSnippet(apiUrl);
    expect(asked).toHaveLength(requests);
  });

  it('does nothing while the page is only prerendered', async () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    try {
      await runSnippet();
    } finally {
      Reflect.deleteProperty(document, 'prerendering');
    }
    expect(asked).toEqual([]);
  });

  it('does nothing where the SDK has come first', async () => {
    vi.stubGlobal('AltaPay', {});
    await runSnippet();
    expect(asked).toEqual([]);
  });

  it('asks once where it stands twice', async () => {
    await runSnippet();
    vi.resetModules();
    await runSnippet();
    expect(asked).toHaveLength(1);
  });
});

describe('what was begun early', () => {
  const url = new URL(`${API}/session/5b8c9f1e-0000/activation`);
  const begin = () => {
    const answer = new Response('{}');
    const stop = new AbortController();
    globalThis.altapayEarly = [url, 'Xq3', Promise.resolve(answer), stop];
    return { answer, stop };
  };

  it('is taken once, by who wants the same', async () => {
    const { answer, stop } = begin();
    const fetchOne = takeEarlyStart(new URL(url), 'Xq3');
    expect(await fetchOne?.(url)).toBe(answer);
    expect(takeEarlyStart(url, 'Xq3')).toBeUndefined();
    expect(stop.signal.aborted).toBe(false);
  });

  it.each([
    ['another link', url, 'other'],
    ['another session', new URL(`${API}/session/other/activation`), 'Xq3'],
    ['another API', new URL('https://other.test/session/5b8c9f1e-0000/activation'), 'Xq3'],
  ])('is stopped where %s is wanted', (_, wanted, linkId) => {
    const { stop } = begin();
    expect(takeEarlyStart(wanted, linkId)).toBeUndefined();
    expect(stop.signal.aborted).toBe(true);
    expect(globalThis.altapayEarly).toBeUndefined();
  });

  it('is stopped with who has taken it', () => {
    const { stop } = begin();
    const session = new AbortController();
    void takeEarlyStart(url, 'Xq3')?.(url, { signal: session.signal });
    session.abort();
    expect(stop.signal.aborted).toBe(true);
  });
});

describe('the SDK', () => {
  it('does not take it on a page with a fetch of its own, which is asked', async () => {
    const page = await openPayerPage();
    await runSnippet();
    const session = await page.start();
    expect(session.state.name).toBe('ready');
    expect(page.network.requests).toHaveLength(1);
    page.leave();
  });

  it('counts it as the first of three attempts', async () => {
    const page = await openPayerPage();
    let sent = 0;
    vi.stubGlobal(
      'fetch',
      vi.fn(() => {
        sent++;
        return Promise.reject(new TypeError('Failed to fetch'));
      }),
    );
    await runSnippet();
    expect(sent).toBe(1);
    const session = await page.start({ fetch: undefined } as object);
    expect(session.state).toMatchObject({ name: 'failed', error: { code: 'network' } });
    expect(sent).toBe(3);
    page.leave();
  });

  it('is ready with its answer alone', async () => {
    const page = await openPayerPage();
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) =>
      page.options.fetch(new Request(input, init)),
    );
    await runSnippet();
    await vi.waitFor(() => expect(page.network.requests).toHaveLength(1));
    const session = await page.start({ fetch: undefined } as object);
    expect(session.state.name).toBe('ready');
    expect(page.network.requests).toHaveLength(1);
    page.leave();
  });
});
