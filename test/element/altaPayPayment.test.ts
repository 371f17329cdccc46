import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckoutSession } from '../../src/checkoutSession.js';
import { defineAltaPayPayment, type AltaPayPaymentElement } from '../../src/element/index.js';
import { gatherReported, openPayerPage, type PayerPage } from '../payerPage.js';
import { API } from '../sandbox/checkoutClient.js';

let page: PayerPage;
let payment: AltaPayPaymentElement;
let sessions: Set<CheckoutSession>;

beforeEach(async () => {
  page = await openPayerPage();
  vi.stubGlobal('fetch', page.options.fetch);
  payment = document.createElement('altapay-payment');
  const heard = (sessions = new Set());
  payment.addEventListener('altapay:statechange', (event) => {
    heard.add((event as CustomEvent<{ session: CheckoutSession }>).detail.session);
  });
});
afterEach(() => {
  page.leave();
  for (const session of sessions) session.destroy();
});

const openings = (): number => page.network.requests.filter(({ url }) => url.endsWith('/activation')).length;
const states = (): string[] => [...sessions].map(({ state }) => state.name);
const isReady = () => vi.waitFor(() => expect(states()).toContain('ready'));
/** What the browser does when the task is over. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

describe('<altapay-payment>', () => {
  // As it is on a page whose script comes last.
  it('takes the properties that it was given before it was defined', async () => {
    payment.apiUrl = API;
    payment.onReady = vi.fn();
    page.container.append(payment);
    defineAltaPayPayment();
    await isReady();
    expect(payment.onReady).toHaveBeenCalledOnce();
    expect(openings()).toBe(1);
    expect(Object.keys(payment)).not.toContain('apiUrl');
  });

  it('is defined once, however often it is asked for', () => {
    const before = customElements.get('altapay-payment');
    expect(before).toBeDefined();
    defineAltaPayPayment();
    expect(customElements.get('altapay-payment')).toBe(before);
  });

  it('reads its attributes, and tells what happens by events that bubble', async () => {
    const heard = vi.fn();
    document.addEventListener('altapay:ready', heard, { once: true });
    payment.setAttribute('api-url', API);
    payment.setAttribute('merchant-name', 'Mug Shop');
    payment.setAttribute('redirect-hosts', 'elsewhere.test');
    payment.setAttribute('theme', 'dark');
    page.container.append(payment);
    await isReady();
    expect(heard).toHaveBeenCalledOnce();
    const section = payment.firstElementChild!.shadowRoot!.querySelector('section')!;
    expect(section.className).toBe('dark plain');
    expect(payment).toMatchObject({ merchantName: 'Mug Shop', redirectHosts: ['elsewhere.test'] });
    const [session] = sessions;
    await expect(session!.initiatePayment('card')).rejects.toMatchObject({ code: 'url_refused' });
  });

  it('lets a property win over its attribute, and calls the newest callback', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    payment.setAttribute('api-url', 'https://other.test/api');
    Object.assign(payment, { apiUrl: API, onReady: first });
    page.container.append(payment);
    payment.onReady = second;
    await isReady();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it('goes on with the same session where it is moved', async () => {
    payment.apiUrl = API;
    page.container.append(payment);
    await isReady();
    document.body.append(payment);
    await nextTask();
    page.container.prepend(payment);
    await nextTask();
    expect(states()).toEqual(['ready']);
    expect(openings()).toBe(1);
  });

  it('pays once where it is moved while a payment is asked for', async () => {
    Object.assign(payment, { apiUrl: API, navigate: vi.fn() });
    page.container.append(payment);
    await isReady();
    const [session] = sessions;
    const paying = session!.initiatePayment('card');
    document.body.append(payment);
    await nextTask();
    await paying;
    expect(page.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
    expect(states()).toEqual(['handedOff']);
  });

  it('ends its session where it is taken out, and opens the link anew where it is put back', async () => {
    payment.apiUrl = API;
    page.container.append(payment);
    await isReady();
    payment.remove();
    await vi.waitFor(() => expect(states()).toEqual(['destroyed']));
    expect(payment.childElementCount).toBe(0);
    page.container.append(payment);
    await isReady();
    expect(states()).toEqual(['destroyed', 'ready']);
  });

  it('asks for nothing where it is taken out before the task is over', async () => {
    payment.apiUrl = API;
    page.container.append(payment);
    payment.remove();
    await nextTask();
    expect(page.network.requests).toEqual([]);
  });

  it('tells the page what the page itself did wrong', async () => {
    const reported = gatherReported();
    page.container.append(payment);
    await vi.waitFor(() => expect(reported).toHaveLength(1));
    expect(reported[0]).toMatchObject({ code: 'options_invalid' });
  });
});

it('is nothing on a server', () => {
  vi.stubGlobal('customElements', undefined);
  expect(defineAltaPayPayment).not.toThrow();
});
