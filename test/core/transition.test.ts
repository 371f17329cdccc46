import { describe, expect, it } from 'vitest';
import type { Money } from '../../src/core/session.js';
import type { Answer, SessionEvent, SessionState } from '../../src/core/sessionState.js';
import { transition } from '../../src/core/transition.js';
import type { PaymentErrorCode } from '../../src/errors.js';
import { answerOf, card, errorWith, euros, eventSamples, gateway, mobile, stateSamples } from './states.js';

type StateName = SessionState['name'];
type EventType = SessionEvent['type'];

const STATES = Object.keys(stateSamples) as StateName[];
const EVENTS = Object.keys(eventSamples) as EventType[];

const refreshed = (
  answer: Answer,
  { keyAccepted = false, before = answerOf() }: { keyAccepted?: boolean; before?: Answer } = {},
): SessionEvent => ({ type: 'refreshed', before, answer, keyAccepted });
const refreshFailed = (code: PaymentErrorCode, keyAccepted = false): SessionEvent => ({
  type: 'refreshFailed',
  error: errorWith(code),
  keyAccepted,
});
const withAmount = (amount: Money): Answer => answerOf({}, [card, mobile], amount);

describe('every pair of state and event', () => {
  // What each sample event makes of each sample state. What is not listed must leave the very same state.
  const TABLE: Partial<Record<StateName, Partial<Record<EventType, StateName>>>> = {
    loading: { loaded: 'ready', loadFailed: 'failed', expired: 'expired' },
    ready: {
      methodSelected: 'ready',
      paymentConfirmed: 'initiating',
      paymentNotCreated: 'ready',
      refreshed: 'ready',
      refreshFailed: 'paid',
      otherTabHeard: 'ready',
      attemptFound: 'unclear',
      expired: 'expired',
    },
    initiating: {
      handedOff: 'handedOff',
      paymentNotCreated: 'ready',
      paymentCancelled: 'ready',
      paymentCompleted: 'processing',
      outcomeUnclear: 'unclear',
      attemptFound: 'unclear',
    },
    handedOff: { handOffBlocked: 'handedOff', refreshed: 'ready', refreshFailed: 'paid' },
    unclear: { refreshStarted: 'unclear', refreshed: 'unclear', refreshFailed: 'paid' },
    processing: { refreshFailed: 'paid', attemptFound: 'unclear' },
  };
  const pairs = STATES.flatMap((state) => EVENTS.map((event) => ({ state, event })));
  const always = new Set<EventType>(['destroyed', 'restarted']);
  const listed = pairs.filter(({ state, event }) => !always.has(event) && TABLE[state]?.[event]);
  const unlisted = pairs.filter(({ state, event }) => !always.has(event) && !TABLE[state]?.[event]);

  it.each(listed)('$event takes $state where the table says', ({ state, event }) => {
    expect(transition(stateSamples[state], eventSamples[event]).name).toBe(TABLE[state]?.[event]);
  });

  it.each(unlisted)('$event means nothing to $state: the very same state comes back', ({ state, event }) => {
    expect(transition(stateSamples[state], eventSamples[event])).toBe(stateSamples[state]);
  });

  it.each(STATES.filter((name) => name !== 'destroyed'))('%s can be destroyed, and started over', (name) => {
    expect(transition(stateSamples[name], { type: 'destroyed' })).toEqual({ name: 'destroyed' });
    expect(transition(stateSamples[name], { type: 'restarted' })).toEqual({ name: 'loading' });
  });

  it.each(EVENTS)('destroyed stays destroyed, whatever happens: %s', (event) => {
    expect(transition(stateSamples.destroyed, eventSamples[event])).toBe(stateSamples.destroyed);
  });

  it.each(pairs)('$event writes nothing into $state', ({ state, event }) => {
    const frozen = Object.freeze({ ...stateSamples[state] });
    expect(() => transition(frozen, Object.freeze({ ...eventSamples[event] }))).not.toThrow();
  });
});

describe('an unclear outcome', () => {
  const { unclear } = stateSamples;
  const offered: SessionState = { ...unclear, retry: 'offered' };

  it('is asked about first, with no second attempt offered', () => {
    const error = errorWith('outcome_unclear', 'timeout');
    expect(transition(stateSamples.initiating, { type: 'outcomeUnclear', error })).toEqual({
      name: 'unclear',
      methodId: 'card',
      error,
      retry: 'asking',
    });
  });

  it.each([
    { says: 'OPEN', keyAccepted: false, retry: 'offered' },
    { says: 'OPEN', keyAccepted: true, retry: 'offered' },
    { says: undefined, keyAccepted: true, retry: 'offered' },
    { says: undefined, keyAccepted: false, retry: 'refused' },
  ] as const)(
    'offers a second attempt only where it cannot pay twice: status $says, key accepted $keyAccepted → $retry',
    ({ says, keyAccepted, retry }) => {
      const answer = answerOf(says ? { status: says } : {});
      expect(transition(unclear, refreshed(answer, { keyAccepted }))).toEqual({ ...unclear, retry });
    },
  );

  it.each([
    ['PAID', 'paid'],
    ['CANCELLED', 'cancelled'],
  ] as const)('takes the server’s word %s as the end of the question', (status, name) => {
    expect(transition(unclear, refreshed(answerOf({ status }), { keyAccepted: true }))).toEqual({ name });
  });

  it('goes on with the same key where a payment is under way: its address was lost with the first answer', () => {
    const answer = answerOf({ status: 'PROCESSING' });
    expect(transition(unclear, refreshed(answer, { keyAccepted: true }))).toEqual(offered);
    expect(transition(unclear, refreshed(answer))).toEqual({ name: 'processing' });
  });

  it('stays unclear when the link runs out: that says nothing of the payment', () => {
    expect(transition(unclear, refreshed(answerOf({ status: 'EXPIRED' })))).toMatchObject({
      name: 'unclear',
      retry: 'refused',
      error: {
        code: 'outcome_unclear',
        reason: 'link_expired',
        message: expect.stringMatching(/asked/) as string,
      },
    });
  });

  it.each([
    [true, 'offered'],
    [false, 'refused'],
  ] as const)(
    'that could not be asked about is %s → %s: the key alone makes it safe',
    (keyAccepted, retry) => {
      expect(transition(unclear, refreshFailed('network', keyAccepted))).toEqual({ ...unclear, retry });
    },
  );

  it('is paid when asking is answered with “paid”', () => {
    expect(transition(unclear, refreshFailed('session_paid'))).toEqual({ name: 'paid' });
  });

  it('takes the offer back while it asks once more', () => {
    expect(transition(offered, { type: 'refreshStarted' })).toEqual({ ...unclear, retry: 'asking' });
  });

  it('is tried again with the same method, and only when that was offered', () => {
    const again: SessionEvent = { type: 'paymentConfirmed', methodId: 'card' };
    expect(transition(offered, again)).toEqual({ name: 'initiating', methodId: 'card' });
    for (const retry of ['asking', 'refused'] as const) {
      const state: SessionState = { ...unclear, retry };
      expect(transition(state, again)).toBe(state);
    }
  });

  it('locks the other methods: another one would be another payment', () => {
    expect(transition(offered, { type: 'paymentConfirmed', methodId: 'mobile' })).toBe(offered);
    expect(transition(offered, { type: 'methodSelected', methodId: 'mobile' })).toBe(offered);
  });
});

describe('another tab that pays', () => {
  const paying = (paying: boolean): SessionEvent => ({ type: 'otherTabHeard', paying });
  const warned = transition(stateSamples.ready, paying(true));

  it('is told, keeps the choice, and is told no more when it has ended', () => {
    expect(warned).toEqual({ name: 'ready', selectedMethodId: 'card', notice: { kind: 'openElsewhere' } });
    expect(transition(warned, paying(true))).toBe(warned);
    expect(transition(warned, paying(false))).toEqual(stateSamples.ready);
    expect(transition(stateSamples.ready, paying(false))).toBe(stateSamples.ready);
  });

  it('stays told when the payer chooses, and locks nothing', () => {
    const chosen = transition(warned, { type: 'methodSelected', methodId: 'mobile' });
    expect(chosen).toMatchObject({ selectedMethodId: 'mobile', notice: { kind: 'openElsewhere' } });
    expect(transition(chosen, { type: 'paymentConfirmed', methodId: 'mobile' }).name).toBe('initiating');
  });

  it('hides nothing that the payer has to look at', () => {
    const amount = transition(stateSamples.ready, refreshed(withAmount(euros(1300))));
    expect(transition(amount, paying(true))).toBe(amount);
    const failed = transition(stateSamples.ready, eventSamples.paymentNotCreated);
    expect(failed).toMatchObject({ notice: { kind: 'attemptFailed', error: { code: 'rate_limited' } } });
    expect(transition(failed, paying(true))).toBe(failed);
  });

  it.each(['cancelled', 'welcomeBack', 'maybePaid'] as const)('takes the place of %s', (kind) => {
    expect(transition({ name: 'ready', notice: { kind } }, paying(true))).toEqual({
      name: 'ready',
      selectedMethodId: undefined,
      notice: { kind: 'openElsewhere' },
    });
  });
});

describe('after the hand-off', () => {
  const { handedOff, processing } = stateSamples;

  it('keeps the method and the address', () => {
    expect(transition(stateSamples.initiating, { type: 'handedOff', url: gateway })).toEqual({
      name: 'handedOff',
      methodId: 'card',
      url: gateway,
      blocked: false,
    });
  });

  it('keeps the way in the browser beside an app', () => {
    const url = new URL('mobilepay://pay');
    expect(
      transition(stateSamples.initiating, { type: 'handedOff', url, fallbackUrl: gateway }),
    ).toMatchObject({ url, fallbackUrl: gateway });
  });

  it('a blocked navigation leaves the address for a link', () => {
    expect(transition(handedOff, { type: 'handOffBlocked' })).toEqual({ ...handedOff, blocked: true });
  });

  it('a payment under way is most likely this payer’s own, so the way back to it is kept', () => {
    const back = transition(handedOff, refreshed(answerOf({ status: 'PROCESSING' })));
    expect(back).toEqual({ name: 'processing', url: gateway, methodId: 'card' });
    expect(transition(back, refreshed(answerOf({ status: 'PROCESSING' })))).toBe(back);
  });

  it('a payer who comes back unpaid is welcomed, with the method still chosen', () => {
    expect(transition(handedOff, refreshed(answerOf({ status: 'OPEN' })))).toEqual({
      name: 'ready',
      selectedMethodId: 'card',
      notice: { kind: 'welcomeBack' },
    });
  });

  it('a payment under way elsewhere that ends unpaid gives the methods back', () => {
    expect(transition(processing, refreshed(answerOf({ status: 'OPEN' })))).toMatchObject({
      name: 'ready',
      notice: { kind: 'welcomeBack' },
    });
  });

  it('a payer whose return could not be checked at once is welcomed with the method still chosen', () => {
    const waiting = transition(handedOff, refreshFailed('network'));
    expect(transition(waiting, refreshed(answerOf({ status: 'OPEN' })))).toEqual({
      name: 'ready',
      selectedMethodId: 'card',
      notice: { kind: 'welcomeBack' },
    });
  });

  it('a frozen screen that cannot be checked is not trusted, and the way to the payment stays open', () => {
    const back = transition(handedOff, refreshFailed('network'));
    expect(back).toEqual({ name: 'processing', url: gateway, methodId: 'card' });
    expect(transition(processing, refreshFailed('network'))).toBe(processing);
  });

  it.each(['link_expired', 'unauthorized', 'forbidden', 'link_not_found'] as const)(
    'never says that nothing was started, when asking ends in %s',
    (code) => {
      for (const state of [handedOff, processing])
        expect(transition(state, refreshFailed(code, true))).toMatchObject({
          name: 'unclear',
          retry: 'refused',
          error: { code: 'outcome_unclear', reason: code },
        });
    },
  );

  it('never says that the order is not paid, where the API tells no status', () => {
    expect(transition(handedOff, refreshed(answerOf()))).toMatchObject({
      name: 'ready',
      notice: { kind: 'maybePaid' },
    });
    expect(transition(processing, refreshed(answerOf()))).toBe(processing);
  });

  it('an amount or a method that changed meanwhile is told instead of the welcome', () => {
    expect(transition(handedOff, refreshed(withAmount(euros(1300))))).toMatchObject({
      notice: { kind: 'amountChanged', from: euros(1250) },
    });
    expect(transition(handedOff, refreshed(answerOf({}, [mobile])))).toMatchObject({
      notice: { kind: 'methodGone' },
    });
  });
});

describe('an amount that changed', () => {
  const changed = transition(stateSamples.ready, refreshed(withAmount(euros(1300))));

  it('is told, from what it was, and has to be chosen for anew: the press for the old one must not pay it', () => {
    expect(changed).toEqual({
      name: 'ready',
      selectedMethodId: undefined,
      notice: { kind: 'amountChanged', from: euros(1250) },
    });
  });

  it('stays told when another method is chosen: it must be seen until the moment it is confirmed', () => {
    expect(transition(changed, { type: 'methodSelected', methodId: 'mobile' })).toEqual({
      name: 'ready',
      selectedMethodId: 'mobile',
      notice: { kind: 'amountChanged', from: euros(1250) },
    });
  });

  it('stays told when the session is asked again without news', () => {
    const after = withAmount(euros(1300));
    expect(transition(changed, refreshed(after, { before: after }))).toEqual(changed);
  });

  it('is also one of another currency', () => {
    const kroner: Money = { value: 12.5, currency: 'DKK', minorUnits: 1250, digits: 2 };
    expect(transition(stateSamples.ready, refreshed(withAmount(kroner)))).toMatchObject({
      notice: { kind: 'amountChanged' },
    });
  });

  it('is not one that is written differently', () => {
    const same = { ...euros(1250), value: 12.500000000000001 };
    expect(transition(stateSamples.ready, refreshed(withAmount(same)))).toMatchObject({ notice: undefined });
  });
});

describe('choosing a method', () => {
  it('preselects the only one, and none of several', () => {
    const loaded = (answer: Answer) => transition(stateSamples.loading, { type: 'loaded', answer });
    expect(loaded(answerOf({}, [card]))).toEqual({
      name: 'ready',
      selectedMethodId: 'card',
      notice: undefined,
    });
    expect(loaded(answerOf())).toEqual({ name: 'ready', selectedMethodId: undefined, notice: undefined });
  });

  it('keeps the choice when the session is asked again', () => {
    expect(transition(stateSamples.ready, refreshed(answerOf({ status: 'OPEN' })))).toMatchObject({
      selectedMethodId: 'card',
      notice: undefined,
    });
  });

  it('drops a choice that is no longer offered, and says so', () => {
    const three = [mobile, { ...mobile, id: 'other' }];
    expect(transition(stateSamples.ready, refreshed(answerOf({}, three)))).toEqual({
      name: 'ready',
      selectedMethodId: undefined,
      notice: { kind: 'methodGone' },
    });
  });

  it('clears what the last attempt had to say', () => {
    const noticed: SessionState = { name: 'ready', notice: { kind: 'cancelled' } };
    expect(transition(noticed, { type: 'methodSelected', methodId: 'card' })).toEqual({
      name: 'ready',
      selectedMethodId: 'card',
      notice: undefined,
    });
  });
});

describe('the session’s status', () => {
  it.each([
    ['PAID', 'paid'],
    ['PROCESSING', 'processing'],
    ['EXPIRED', 'expired'],
    ['CANCELLED', 'cancelled'],
    ['OPEN', 'ready'],
    [undefined, 'ready'],
  ] as const)('%s is shown as %s', (status, name) => {
    const answer = answerOf(status ? { status } : {});
    expect(transition(stateSamples.loading, { type: 'loaded', answer }).name).toBe(name);
    expect(transition(stateSamples.ready, refreshed(answer)).name).toBe(name);
  });

  it('decides before the methods do: a paid order without methods is paid', () => {
    const answer = answerOf({ status: 'PAID' }, []);
    expect(transition(stateSamples.loading, { type: 'loaded', answer })).toEqual({ name: 'paid' });
  });

  it('open without methods has failed, and can be tried again', () => {
    const state = transition(stateSamples.loading, { type: 'loaded', answer: answerOf({}, []) });
    expect(state).toMatchObject({ name: 'failed', error: { code: 'no_payment_methods', retryable: true } });
  });
});

describe('errors', () => {
  const FINAL = {
    session_paid: 'paid',
    session_cancelled: 'cancelled',
    link_expired: 'expired',
    unauthorized: 'expired',
    link_not_found: 'failed',
    link_malformed: 'failed',
    forbidden: 'failed',
  } as const;
  const PASSING = ['network', 'offline', 'timeout', 'rate_limited', 'server', 'response_invalid'] as const;

  describe.each(Object.entries(FINAL) as [PaymentErrorCode, StateName][])('%s', (code, name) => {
    it(`ends the load as ${name}`, () => {
      expect(transition(stateSamples.loading, { type: 'loadFailed', error: errorWith(code) }).name).toBe(
        name,
      );
    });

    it(`ends a payment that was not created as ${name}`, () => {
      const event: SessionEvent = { type: 'paymentNotCreated', error: errorWith(code) };
      expect(transition(stateSamples.initiating, event).name).toBe(name);
    });

    it(`ends what is on the screen as ${name} when the session is asked again`, () => {
      expect(transition(stateSamples.ready, refreshFailed(code)).name).toBe(name);
    });
  });

  it.each(PASSING)('%s fails a load with its own error', (code) => {
    const error = errorWith(code);
    expect(transition(stateSamples.loading, { type: 'loadFailed', error })).toEqual({
      name: 'failed',
      error,
    });
  });

  it.each(PASSING)('%s on asking again leaves a payer who can still choose alone', (code) => {
    expect(transition(stateSamples.ready, refreshFailed(code))).toBe(stateSamples.ready);
  });

  it.each([
    ...PASSING,
    'method_unavailable',
    'amount_changed',
    'url_refused',
    'hand_off_unsupported',
  ] as const)('%s on an attempt gives the methods back, the chosen one still chosen', (code) => {
    const error = errorWith(code);
    expect(transition(stateSamples.initiating, { type: 'paymentNotCreated', error })).toEqual({
      name: 'ready',
      selectedMethodId: 'card',
      notice: { kind: 'attemptFailed', error },
    });
  });

  it('a payer who stops the attempt is told nothing was taken', () => {
    expect(transition(stateSamples.initiating, { type: 'paymentCancelled' })).toEqual({
      name: 'ready',
      selectedMethodId: 'card',
      notice: { kind: 'cancelled' },
    });
  });

  it('a link that runs out while a payment is starting waits for the server’s word', () => {
    expect(transition(stateSamples.initiating, { type: 'expired' })).toBe(stateSamples.initiating);
  });
});
