import { describe, expect, it } from 'vitest';
import { errorOf } from '../../src/core/errorOf.js';
import { failureOf } from '../../src/core/failureOf.js';
import type { SessionState } from '../../src/core/sessionState.js';
import type { PaymentErrorCode } from '../../src/errors.js';
import { errorWith, euros, stateSamples } from './states.js';

const {
  loading,
  ready,
  initiating,
  handedOff,
  unclear,
  processing,
  paid,
  expired,
  cancelled,
  failed,
  destroyed,
} = stateSamples;

describe('errorOf: what keeps the payer from going on', () => {
  it.each([
    ['paid', paid, 'session_paid'],
    ['cancelled', cancelled, 'session_cancelled'],
    ['expired', expired, 'link_expired'],
    ['processing', processing, 'outcome_unclear'],
    ['destroyed', destroyed, 'aborted'],
    ['unclear', unclear, 'outcome_unclear'],
    ['failed', failed, 'network'],
    ['handedOff, blocked', { ...handedOff, blocked: true }, 'hand_off_blocked'],
  ] as [string, SessionState, PaymentErrorCode][])('%s is %s', (_, state, code) => {
    expect(errorOf(state)?.code).toBe(code);
    expect(errorOf(state)?.message).toMatch(/^[A-Z].+\.$/);
  });

  it.each([loading, ready, initiating, handedOff])('nothing in $name', (state) => {
    expect(errorOf(state)).toBeUndefined();
  });

  it('is the very error the state holds', () => {
    const error = errorWith('unauthorized');
    expect(errorOf({ name: 'expired', error })).toBe(error);
    expect(errorOf(failed)).toBe(failed.error);
  });
});

describe('failureOf: what onFailure hears', () => {
  const noticed = (notice: Extract<SessionState, { name: 'ready' }>['notice']): SessionState => ({
    ...ready,
    notice,
  });

  it('is every failure once: the same one going on is not told again', () => {
    expect(failureOf(loading, failed)).toBe(failed.error);
    expect(failureOf(failed, { name: 'failed', error: errorWith('network') })).toBeUndefined();
    expect(failureOf(unclear, { ...unclear, retry: 'offered' })).toBeUndefined();
  });

  it('is another failure after the first', () => {
    expect(failureOf(failed, { name: 'failed', error: errorWith('server') })?.code).toBe('server');
  });

  it('is an attempt that failed, though the payer can go on', () => {
    const error = errorWith('rate_limited');
    expect(failureOf(initiating, noticed({ kind: 'attemptFailed', error }))).toBe(error);
  });

  it.each([
    ['amountChanged', 'amount_changed'],
    ['methodGone', 'method_unavailable'],
    ['openElsewhere', 'outcome_unclear'],
  ] as const)('is %s as %s', (kind, code) => {
    const notice = kind === 'amountChanged' ? { kind, from: euros(1250) } : { kind };
    const failure = failureOf(ready, noticed(notice));
    expect(failure?.code).toBe(code);
    expect(failure?.message).toMatch(/^[A-Z].+\.$/);
  });

  it('is not what a payer did: stopping a payment, coming back', () => {
    expect(failureOf(initiating, noticed({ kind: 'cancelled' }))).toBeUndefined();
    expect(failureOf(handedOff, noticed({ kind: 'welcomeBack' }))).toBeUndefined();
  });

  it('is not the end of the session by the page itself', () => {
    expect(failureOf(ready, destroyed)).toBeUndefined();
    expect(failureOf(loading, { name: 'failed', error: errorWith('aborted') })).toBeUndefined();
  });

  it('is “paid” for a payer who came too late, and not for one who has just paid', () => {
    expect(failureOf(loading, paid)?.code).toBe('session_paid');
    expect(failureOf(initiating, paid)?.code).toBe('session_paid');
    expect(failureOf(handedOff, paid)).toBeUndefined();
    expect(failureOf(processing, paid)).toBeUndefined();
    expect(failureOf(unclear, paid)).toBeUndefined();
  });

  it('is not a wallet that is done and waits for the server’s word', () => {
    expect(failureOf(unclear, processing)).toBeUndefined();
  });

  it('is a navigation that the browser blocked', () => {
    expect(failureOf(handedOff, { ...handedOff, blocked: true })?.code).toBe('hand_off_blocked');
  });
});
