import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../src/i18n/messages.js';
import { resumeFromReturn } from '../../src/return/resumeFromReturn.js';
import type { ReturnedPayment, ReturnState } from '../../src/return/returnOptions.js';

const LINK = 'https://checkout.example/checkout/pay/1/2';

beforeEach(() => {
  document.body.innerHTML = '<main id="payment"></main>';
});
afterEach(() => {
  document.body.innerHTML = '';
});

const notice = (): Element => document.querySelector('#payment > div')!.shadowRoot!.querySelector('section')!;
const saying = (status: string, rest: Partial<ReturnedPayment> = {}) => ({
  getStatus: () => Promise.resolve({ status, ...rest }),
  container: '#payment',
});

describe('what the server says', () => {
  it.each([
    ['SUCCEEDED', 'paid', english.alreadyPaid],
    ['succeeded', 'paid', english.alreadyPaid],
    ['PAID', 'paid', english.alreadyPaid],
    ['DECLINED', 'declined', english.declined],
    ['FAILED', 'declined', english.declined],
    ['CANCELLED', 'cancelled', english.cancelled],
    ['ERROR', 'unclear', english.stillWaiting],
  ])('%s means %s', async (status, name, heading) => {
    const ending = new AbortController();
    const state = await resumeFromReturn({ ...saying(status), signal: ending.signal });
    expect(state.name).toBe(name);
    expect(notice().querySelector('h2')!.textContent).toBe(heading);
    ending.abort();
    expect(document.querySelector('#payment')!.childElementCount).toBe(0);
  });

  it.each([
    ['NEW'],
    ['PENDING'],
    [''],
    ['__proto__'],
    [{ status: 1 }],
    [null],
    ['<p>not what was asked for</p>'],
    [[]],
  ])('%j means that nothing is known', async (said) => {
    const ending = new AbortController();
    const answer = (typeof said === 'string' ? { status: said } : said) as ReturnedPayment;
    const getStatus = vi.fn(() => Promise.resolve(answer));
    const outcome = resumeFromReturn({ getStatus, container: '#payment', signal: ending.signal });
    await vi.waitFor(() => expect(notice().textContent).toContain(english.waitingHelp));
    ending.abort();
    await expect(outcome).rejects.toMatchObject({ code: 'aborted' });
  });

  it('never comes from the address', async () => {
    history.replaceState(null, '', '?status=SUCCEEDED&paid=true#success');
    const { name } = await resumeFromReturn(saying('CANCELLED'));
    expect(name).toBe('cancelled');
    history.replaceState(null, '', '/');
  });
});

describe('a payer who has not paid', () => {
  it('reads what the bank says, and gets the way back to the other methods', async () => {
    const state = await resumeFromReturn(
      saying('DECLINED', { message: 'Not enough money', paymentLink: LINK }),
    );
    expect(state).toEqual({ name: 'declined', message: 'Not enough money', paymentLink: new URL(LINK) });
    expect(notice().querySelector('p:not([role])')!.textContent).toBe(
      `Not enough money ${english.cantStartHelp}`,
    );
    const link = notice().querySelector('a')!;
    expect([link.href, link.textContent]).toEqual([LINK, english.tryAgain]);
    expect(notice().querySelector('[role=alert]')!.textContent).toContain(english.declined);
  });

  it('gets no link that is not one, and the developer hears why', async () => {
    const onWarning = vi.fn();
    const paymentLink = 'javascript:alert(1)';
    const state = await resumeFromReturn({ ...saying('CANCELLED', { paymentLink }), onWarning });
    expect(state).toEqual({ name: 'cancelled', paymentLink: undefined });
    expect(notice().querySelector('a')!.hidden).toBe(true);
    expect(onWarning).toHaveBeenCalledWith(expect.stringContaining('paymentLink'));
  });
});

describe('the tabs that were left open', () => {
  it('hear that the payment is under way, and that it is over', async () => {
    const heard: unknown[] = [];
    // The channel of `session-1`, as the picker's tabs join it.
    const { joinTabs } = await import('../../src/browser/joinTabs.js');
    const tabs = joinTabs(
      'session-1',
      (word) => heard.push((word as { paying: boolean }).paying),
      () => undefined,
    );
    let status = 'PENDING';
    const states: ReturnState['name'][] = [];
    await resumeFromReturn({
      getStatus: () => Promise.resolve({ status, sessionId: 'session-1' }).finally(() => (status = 'PAID')),
      onStateChange: ({ name }) => states.push(name),
    });
    await vi.waitFor(() => expect(heard).toEqual([true, false]));
    expect(states).toEqual(['paid']);
    tabs.leave();
  });
});

describe('a merchant’s mistake', () => {
  it.each([
    [{ getStatus: undefined }, 'getStatus'],
    [{ limitMs: 0 }, 'limitMs'],
    [{ attemptMs: '8' }, 'attemptMs'],
    [{ merchantName: 1 }, 'merchantName'],
    [{ onStateChange: 'x' }, 'onStateChange'],
  ])('%j is told before anything is done', async (wrong, name) => {
    await expect(resumeFromReturn({ ...saying('PAID'), ...wrong } as never)).rejects.toMatchObject({
      code: 'options_invalid',
      message: expect.stringContaining(`"${name}"`) as string,
    });
  });

  it('a container that is not there is one', async () => {
    await expect(resumeFromReturn({ ...saying('PENDING'), container: '#nowhere' })).rejects.toMatchObject({
      code: 'container_not_found',
    });
  });
});
