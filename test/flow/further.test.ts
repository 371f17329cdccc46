import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importQRCode } from '../../src/importQRCode.js';
import { encodeQRCode } from '../../src/qr/encodeQRCode.js';
import { furtherEnglish } from '../../src/i18n/messages.js';
import type { InitFromQROptions } from '../../src/options.js';
import { isPayment, isRead, openPayerPage, payPhaseLoaded, visit, type PayerPage } from '../payerPage.js';

vi.mock('../../src/importQRCode.js', { spy: true });

const FACEBOOK = 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/21F79 [FBAN/FBIOS;FBAV/468.0.0]';

let page: PayerPage;
let desk: { matches: boolean; listeners: Set<() => void> };
const copied = vi.fn<(text: string) => Promise<void>>();

beforeEach(async () => {
  page = await openPayerPage();
  desk = { matches: true, listeners: new Set() };
  vi.spyOn(window, 'matchMedia').mockImplementation(
    () =>
      ({
        get matches() {
          return desk.matches;
        },
        addEventListener: (_: string, listener: () => void) => desk.listeners.add(listener),
        removeEventListener: (_: string, listener: () => void) => desk.listeners.delete(listener),
      }) as unknown as MediaQueryList,
  );
  vi.mocked(importQRCode).mockClear();
  copied.mockReset().mockResolvedValue();
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: copied } as unknown as Clipboard);
});
afterEach(() => {
  page.leave();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const find = (selector: string): HTMLElement | null => page.picker()!.querySelector<HTMLElement>(selector);
const link = (): string => `https://shop.test/pay#sessionId=${page.sessionId}&linkId=${page.link.id}`;
const isSession = (request: Request): boolean => isRead(request) && !request.url.endsWith('/payment-methods');
const button = (): HTMLElement => find('.further button')!;

/** Starts, and waits for all that is loaded after the picker stands. */
async function start(options: Partial<InitFromQROptions> = {}) {
  const session = await page.start(options);
  await payPhaseLoaded();
  await vi.dynamicImportSettled();
  return session;
}

function toggle(open = true): void {
  const details = find('[part=phone]') as HTMLDetailsElement;
  details.open = open;
  details.dispatchEvent(new Event('toggle'));
}

async function showCode(): Promise<void> {
  toggle();
  await vi.waitFor(() => expect(find('.code path')).not.toBeNull());
}

describe('a payer at a computer', () => {
  it('is offered the link as a code, which is drawn when it is asked for', async () => {
    await start();
    expect(find('[part=phone] summary')!.textContent).toContain(furtherEnglish.payOnPhone);
    expect(importQRCode).not.toHaveBeenCalled();
    await showCode();
    const { viewBox, path } = encodeQRCode(link());
    expect(find('.code svg')!.getAttribute('viewBox')).toBe(viewBox);
    expect(find('.code svg')!.getAttribute('aria-label')).toBe(furtherEnglish.qrCode);
    expect(find('.code path')!.getAttribute('d')).toBe(path);
    toggle(false);
    toggle();
    expect(importQRCode).toHaveBeenCalledOnce();
  });

  it('reads that the code cannot be shown, pays on, and finds it at the next try', async () => {
    vi.mocked(importQRCode).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const session = await start();
    toggle();
    await vi.waitFor(() => expect(find('.scan')!.textContent).toContain(furtherEnglish.qrCodeFailed));
    expect(find('.code')!.hasAttribute('hidden')).toBe(true);
    expect(session.state.name).toBe('ready');
    toggle(false);
    await showCode();
    expect(vi.mocked(importQRCode).mock.calls).toEqual([[0], [1]]);
  });

  it('is taken to what the phone does, and back to the choice when it gives up', async () => {
    const session = await start();
    const phone = (status: string): void => {
      page.network.intercept = async (request, forward) => {
        const answer = await forward();
        if (!isSession(request)) return answer;
        return Response.json({ ...((await answer.json()) as object), status });
      };
    };
    const later = setTimeout;
    vi.useFakeTimers();
    const becomes = async (name: string): Promise<void> => {
      for (let second = 0; session.state.name !== name && second < 60; second++) {
        await vi.advanceTimersByTimeAsync(1_000);
        // Checkout's answer takes no time of the page's, but some of this machine's.
        await new Promise((resolve) => later(resolve, 5));
      }
      expect(session.state.name).toBe(name);
    };
    toggle();
    phone('PROCESSING');
    await becomes('processing');
    expect(find('.further')).toBeNull();
    phone('OPEN');
    await becomes('ready');
    expect(find('[part=phone]')).not.toBeNull();
    phone('PROCESSING');
    await becomes('processing');
    phone('PAID');
    await becomes('paid');
  });

  it('is offered nothing while a payment is under way', async () => {
    const gate = vi.fn<() => void>();
    page.network.intercept = (request, forward) =>
      isPayment(request) ? new Promise(() => gate()) : forward();
    const session = await start();
    void session.initiatePayment('card').catch(() => undefined);
    await vi.waitFor(() => expect(gate).toHaveBeenCalled());
    expect(find('.further')).toBeNull();
  });

  it('is offered it as the window becomes one, and hears of it no more after the end', async () => {
    desk.matches = false;
    const session = await start();
    expect(find('.further')).toBeNull();
    desk.matches = true;
    for (const listener of desk.listeners) listener();
    await vi.dynamicImportSettled();
    expect(find('[part=phone]')).not.toBeNull();
    desk.matches = false;
    for (const listener of desk.listeners) listener();
    expect(find('.further')).toBeNull();
    session.destroy();
    expect(desk.listeners.size).toBe(0);
  });

  it.each([
    ['the page has switched it off', { payOnPhone: false }],
    [
      'the page has a form of link of its own',
      { parsePaymentLink: () => ({ sessionId: page.sessionId, linkId: page.link.id }) },
    ],
  ])('is offered nothing where %s', async (_, options) => {
    await start(options);
    expect(find('.further')).toBeNull();
  });

  it('is offered nothing where a token of the page stands in the address', async () => {
    visit(link().replace('#', '?token=own#'));
    await start({ scrubUrl: false });
    expect(find('.further')).toBeNull();
  });
});

describe('a payer inside an app', () => {
  beforeEach(() => {
    desk.matches = false;
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(FACEBOOK);
  });

  it('reads so, and copies the link', async () => {
    await start();
    expect(find('[part=in-app]')!.textContent).toContain(furtherEnglish.inAppHelp);
    expect(find('[part=phone]')).toBeNull();
    button().click();
    await vi.waitFor(() => expect(find('[role=status]')!.textContent).toBe(furtherEnglish.linkCopied));
    expect(copied.mock.calls).toEqual([[link()]]);
    expect(find('[part=in-app]')!.textContent).toContain(furtherEnglish.linkCopied);
  });

  it('gets a field with the link, selected, where the browser lets no page copy', async () => {
    copied.mockRejectedValue(new DOMException('Denied', 'NotAllowedError'));
    await start();
    button().click();
    await vi.waitFor(() => expect(find('input.link')).not.toBeNull());
    const field = find('input.link') as HTMLInputElement;
    expect(field.value).toBe(link());
    expect(field.readOnly).toBe(true);
    expect(page.picker()!.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, link().length]);
  });
});

it('offers nothing to a phone', async () => {
  desk.matches = false;
  await start();
  expect(find('.further')).toBeNull();
});
