import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import type { PaymentMethod } from '../../src/core/session.js';
import { embedded } from '../../src/embedded/embedded.js';
import { english } from '../../src/i18n/messages.js';

const GATEWAY = 'https://gateway.example';
const method: PaymentMethod = { id: 'card', type: 'CARD', name: 'Card', metadata: {} };
const initiation = { paymentId: 'p', type: 'EMBEDDED', url: `${GATEWAY}/frame/1` };

beforeEach(() => {
  // What stands in the frame is posted by the tests.
  const { settings } = (window as unknown as { happyDOM: { settings: Record<string, boolean> } }).happyDOM;
  settings.handleDisabledFileLoadingAsSuccess = true;
  document.body.innerHTML = '<div id="card"></div>';
});
afterEach(() => vi.useRealTimers());

const place = (): Element => document.querySelector('#card')!;
const frame = (): HTMLIFrameElement | null => place().querySelector('iframe');

function start(url = initiation.url, options: Partial<Parameters<typeof embedded>[0]> = {}) {
  const ending = new AbortController();
  const initiate = vi.fn(() => Promise.resolve({ ...initiation, url }));
  const handler = embedded({ container: '#card', origins: [GATEWAY], ...options });
  const session = {} as CheckoutSession;
  const result = handler.start({ method, session, signal: ending.signal, initiate });
  return { result, initiate, ending };
}
async function startFrame(options: Partial<Parameters<typeof embedded>[0]> = {}) {
  const started = start(undefined, options);
  await vi.waitFor(() => expect(frame()).not.toBeNull());
  const post = (data: unknown, from: Partial<MessageEventInit> = {}): void => {
    const source = frame()!.contentWindow;
    dispatchEvent(new MessageEvent('message', { data, origin: GATEWAY, source, ...from }));
  };
  const say = (type: string, more: object = {}): void => post({ source: 'altapay-frame', type, ...more });
  return { ...started, post, say };
}

describe('a payment in a frame', () => {
  it('is asked for once, has a name, a height and an end, and leaves nothing', async () => {
    const { result, initiate, say } = await startFrame();
    expect(frame()).toMatchObject({ src: initiation.url, title: 'Card', referrerPolicy: 'no-referrer' });
    say('ready');
    say('height', { height: 500 });
    expect(frame()!.style.height).toBe('500px');
    say('height', { height: 1e9 });
    expect(frame()!.style.height).toBe('4000px');
    say('completed');
    await expect(result).resolves.toEqual({ type: 'completed' });
    expect(initiate).toHaveBeenCalledOnce();
    expect(place().childElementCount).toBe(0);
  });

  it('is cancelled by the frame, and by the end of the session', async () => {
    const first = await startFrame();
    first.say('cancelled');
    await expect(first.result).resolves.toEqual({ type: 'cancelled' });
    const second = await startFrame();
    second.ending.abort();
    await expect(second.result).resolves.toEqual({ type: 'cancelled' });
    expect(place().childElementCount).toBe(0);
  });

  it('hears nobody else, and nothing else', async () => {
    const { post, say, result } = await startFrame();
    const completed = { source: 'altapay-frame', type: 'completed' };
    post(completed, { origin: 'https://evil.example' });
    post(completed, { source: window });
    for (const data of [null, 'completed', [], { type: 'completed' }, { ...completed, source: 'x' }])
      post(data);
    say('height', { height: 'completed' });
    say('toString');
    expect(frame()).not.toBeNull();
    say('completed');
    await result;
  });

  it('that gives no sign of life offers the way out, to the same address without a second payment', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { result, initiate } = await startFrame();
    await vi.advanceTimersByTimeAsync(15_000);
    const { shadowRoot } = place().querySelector('div')!;
    expect(shadowRoot!.querySelector('h2')!.textContent).toBe(english.continueLink);
    shadowRoot!.querySelector('button')!.click();
    await expect(result).resolves.toEqual({ type: 'redirect', initiation });
    expect(initiate).toHaveBeenCalledOnce();
    expect(place().childElementCount).toBe(0);
  });

  it('that comes late after all takes the offer away', async () => {
    const { result, say } = await startFrame({ readyMs: 10 });
    await vi.waitFor(() => expect(place().querySelector('div')).not.toBeNull());
    say('ready');
    expect(place().querySelector('div')).toBeNull();
    say('completed');
    await result;
  });

  it.each(['https://other.example/frame/1', 'javascript:alert(1)', `${GATEWAY}.evil.example/`])(
    'is left to the SDK’s own guard for %s',
    async (url) => {
      await expect(start(url).result).resolves.toEqual({
        type: 'redirect',
        initiation: { ...initiation, url },
      });
      expect(frame()).toBeNull();
    },
  );

  it('is not asked for where there is no place for it', async () => {
    const { result, initiate } = start(undefined, { container: '#nowhere' });
    await expect(result).rejects.toMatchObject({ code: 'container_not_found' });
    expect(initiate).not.toHaveBeenCalled();
  });

  it.each([
    [{ container: undefined }, 'container'],
    [{ origins: [] }, 'origins'],
    [{ origins: [`${GATEWAY}/`] }, 'origins'],
    [{ origins: ['gateway.example'] }, 'origins'],
    [{ readyMs: 0 }, 'readyMs'],
  ])('is told of a merchant’s mistake in %j', (wrong, name) => {
    expect(() => embedded({ container: '#card', origins: [GATEWAY], ...wrong } as never)).toThrow(
      expect.objectContaining({ code: 'options_invalid', message: expect.stringContaining(name) as string }),
    );
  });
});
