import { act, Component, createElement, StrictMode, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import { AltaPayment, type AltaPaymentProps } from '../../src/react/index.js';
import { openPayerPage, type PayerPage } from '../payerPage.js';

let page: PayerPage;
let root: Root;
const sessions = new Set<CheckoutSession>();
const onStateChange: NonNullable<AltaPaymentProps['onStateChange']> = (_, session) =>
  void sessions.add(session);

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  page = await openPayerPage();
  root = createRoot(page.container);
});
afterEach(async () => {
  await act(async () => root.unmount());
  page.leave();
  sessions.clear();
});

const draw = (props: AltaPaymentProps = {}) =>
  createElement(AltaPayment, { ...page.options, onStateChange, ...props });
const render = (node: ReactNode) => act(async () => root.render(node));
const openings = (): number => page.network.requests.filter(({ url }) => url.endsWith('/activation')).length;
const states = (): string[] => [...sessions].map(({ state }) => state.name);
const isReady = () => vi.waitFor(() => expect(states()).toContain('ready'));

/** Keeps what its children threw. */
class Boundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }
  override render(): ReactNode {
    return this.state.error ? (this.state.error as { code: string }).code : this.props.children;
  }
}

describe('<AltaPayment>', () => {
  it('draws the picker into an element that looks as the page wants', async () => {
    await render(draw({ id: 'pay', className: 'wide', style: { maxWidth: 400 } }));
    await isReady();
    const element = page.container.querySelector<HTMLElement>('#pay')!;
    expect(element.className).toBe('wide');
    expect(element.style.maxWidth).toBe('400px');
    expect(element.firstElementChild!.shadowRoot!.querySelectorAll('input').length).toBeGreaterThan(0);
  });

  it('opens the link once in StrictMode, which mounts it twice', async () => {
    await render(createElement(StrictMode, null, draw()));
    await isReady();
    expect(openings()).toBe(1);
    expect(states()).toEqual(['ready']);
    expect(page.container.firstElementChild!.childElementCount).toBe(1);
  });

  it('keeps its session over renders, and calls the newest callbacks', async () => {
    const [first, second] = [vi.fn(), vi.fn(() => false)];
    await render(draw({ onBeforePay: first }));
    await isReady();
    await render(draw({ onBeforePay: second, locale: 'da' }));
    const [session] = sessions;
    await expect(session!.initiatePayment('card')).rejects.toMatchObject({ code: 'aborted' });
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
    await render(draw({ onBeforePay: undefined }));
    await session!.initiatePayment('card');
    expect(states()).toEqual(['handedOff']);
    expect(openings()).toBe(1);
  });

  it('calls the newest handler of a method', async () => {
    const handler = (start: () => void) => ({
      CARD: {
        async start() {
          start();
          return { type: 'cancelled' as const };
        },
      },
    });
    const [first, second] = [vi.fn(), vi.fn()];
    await render(draw({ methodHandlers: handler(first) }));
    await isReady();
    await render(draw({ methodHandlers: handler(second) }));
    await [...sessions][0]!.initiatePayment('card');
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it('ends its session where it is unmounted, and begins another under another key', async () => {
    await render(
      createElement('div', null, createElement(AltaPayment, { ...page.options, onStateChange, key: 1 })),
    );
    await isReady();
    await render(
      createElement('div', null, createElement(AltaPayment, { ...page.options, onStateChange, key: 2 })),
    );
    await isReady();
    expect(states()).toEqual(['destroyed', 'ready']);
    await render(null);
    expect(states()).toEqual(['destroyed', 'destroyed']);
  });

  it('throws what the page itself did wrong to the next boundary', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await render(createElement(Boundary, null, draw({ apiUrl: undefined })));
    await vi.waitFor(() => expect(page.container.textContent).toBe('options_invalid'));
  });

  it('is an empty element on a server', () => {
    expect(renderToString(draw({ className: 'wide' }))).toBe('<div class="wide"></div>');
  });
});
