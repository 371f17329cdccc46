import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configure } from '../src/configure.js';
import { initiate } from '../src/initiate.js';
import { openPayerPage, visit, type PayerPage } from './payerPage.js';

let page: PayerPage;
beforeEach(async () => {
  page = await openPayerPage();
  visit('https://shop.test/checkout');
});
afterEach(() => {
  configure({ apiUrl: undefined, fetch: undefined } as never);
  page.leave();
});

describe('a session that the page’s own server has made', () => {
  it('begins at once, asks for order and methods in parallel, and draws when told', async () => {
    const session = initiate(page.token, page.sessionId, page.options);
    expect(session.state).toEqual({ name: 'loading' });
    expect(session.order).toBeUndefined();
    expect(session.paymentMethods).toEqual([]);
    expect(await session.injectPaymentMethods('#payment')).toBe(session);
    expect(page.network.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(page.picker()?.querySelectorAll('input')).toHaveLength(session.paymentMethods.length);
    await session.initiatePayment('card');
    expect(page.ledger().paymentsCreated).toBe(1);
    session.destroy();
  });

  it('needs two arguments alone once the API is configured', async () => {
    configure({ apiUrl: page.options.apiUrl, fetch: page.options.fetch });
    const session = initiate(page.token, page.sessionId);
    await session.injectPaymentMethods(page.container);
    expect(session.state.name).toBe('ready');
    session.destroy();
  });

  it('an option of its own wins over the configured one', async () => {
    configure({ apiUrl: 'https://elsewhere.test', fetch: page.options.fetch });
    const session = initiate(page.token, page.sessionId, { apiUrl: page.options.apiUrl });
    await session.injectPaymentMethods(page.container);
    expect(session.state.name).toBe('ready');
    session.destroy();
  });

  it('reads no link and leaves the address bar alone', async () => {
    visit('https://shop.test/checkout?sessionId=a&linkId=b#c');
    const session = initiate(page.token, page.sessionId, page.options);
    await session.injectPaymentMethods(page.container);
    expect(location.href).toBe('https://shop.test/checkout?sessionId=a&linkId=b#c');
    session.destroy();
  });

  it('rejects on drawing what could not be loaded, and shows it', async () => {
    page.network.intercept = () => new Response('{}', { status: 403 });
    const onFailure = vi.fn();
    const session = initiate(page.token, page.sessionId, { ...page.options, onFailure });
    await expect(session.injectPaymentMethods(page.container)).rejects.toMatchObject({ code: 'forbidden' });
    expect(page.picker()?.textContent).not.toBe('');
    await vi.waitFor(() => expect(onFailure).toHaveBeenCalledOnce());
    session.destroy();
  });

  it('under a signal that is aborted already asks for nothing', async () => {
    const session = initiate(page.token, page.sessionId, { ...page.options, signal: AbortSignal.abort() });
    expect(session.state).toEqual({ name: 'destroyed' });
    await expect(session.injectPaymentMethods(page.container)).rejects.toMatchObject({ code: 'aborted' });
    expect(page.network.requests).toHaveLength(0);
    expect(page.container.childElementCount).toBe(0);
  });

  it('says that the page was open too long when the token has run out', async () => {
    page.network.intercept = () => new Response('{}', { status: 401 });
    const session = initiate(page.token, page.sessionId, page.options);
    await expect(session.injectPaymentMethods(page.container)).rejects.toMatchObject({
      code: 'unauthorized',
    });
    expect(session.state.name).toBe('expired');
    session.destroy();
  });
});

describe('wrong arguments throw at once, without a word of the token', () => {
  it.each([
    ['', 'token'],
    [undefined, 'token'],
    [42, 'token'],
    ['a token with blanks', 'token'],
    ['line\nbreak', 'token'],
  ])('token %j', (token, name) => {
    const attempt = () => initiate(token as never, page.sessionId, page.options);
    expect(attempt).toThrow(expect.objectContaining({ code: 'options_invalid' }) as Error);
    expect(attempt).toThrow(`Argument "${name}"`);
    expect(attempt).not.toThrow('blanks');
  });

  it.each([[''], [undefined], ['a/b'], ['x'.repeat(129)]])('sessionId %j', (sessionId) => {
    expect(() => initiate(page.token, sessionId as never, page.options)).toThrow('Argument "sessionId"');
    expect(page.network.requests).toHaveLength(0);
  });

  it('and options without an API', () => {
    expect(() => initiate(page.token, page.sessionId)).toThrow('Option "apiUrl"');
  });
});
