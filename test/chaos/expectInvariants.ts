import { expect } from 'vitest';
import type { SessionStateName } from '../../src/core/sessionState.js';
import { guardUrl } from '../../src/core/guardUrl.js';

/** What can be seen of one payment page at one moment. */
export type Screen = {
  readonly state: SessionStateName | undefined;
  /** Whether the pay button can be seen and takes a press. */
  readonly payable: boolean;
  readonly payButton: string;
  /** The amount that the summary shows. */
  readonly total: string;
};

/** What has happened until now, by those who saw it: the page, its network and the sandbox's ledger. */
export type Facts = {
  readonly screens: readonly Screen[];
  /** How often the payer has confirmed: presses that a button took. */
  readonly confirmations: number;
  readonly renewals: number;
  /** Payment requests that have left the page. */
  readonly posts: number;
  /** Of which the browser may have sent so many again by itself: no page can see or stop it. Default: none. */
  readonly resends?: number;
  readonly ledger: {
    readonly arrivals: number;
    readonly keys: number;
    readonly paymentsCreated: number;
    readonly paymentsFinalised: number;
  };
  readonly hasKeys: boolean;
  readonly orders: number;
  readonly navigations: readonly string[];
  /** Where requests with a token went. */
  readonly authorized: readonly string[];
  readonly checkout: string;
  readonly tokens: readonly string[];
  readonly linkIds: readonly string[];
  /** All that a page shows or keeps but its address and `history.state`; errors and console, too. */
  readonly texts: readonly string[];
  /** Address and `history.state`. */
  readonly addresses: readonly string[];
  /** What each session has told, in order: `state:ready`, `failure:network`, `paymentinitiated`. */
  readonly told: readonly (readonly string[])[];
  readonly uncaught: readonly unknown[];
};

// The states as the README tells them; whatever is not here must not follow.
const FOLLOWS: Readonly<Record<SessionStateName, RegExp>> = {
  loading: /^(ready|processing|paid|expired|cancelled|failed|destroyed)$/,
  // Unclear at once where the page was left while it asked for a payment.
  ready: /^(ready|initiating|unclear|processing|paid|expired|cancelled|failed|loading|destroyed)$/,
  initiating: /^(handedOff|ready|unclear|processing|paid|expired|cancelled|failed|loading|destroyed)$/,
  handedOff: /^(handedOff|ready|unclear|processing|paid|cancelled|failed|loading|destroyed)$/,
  unclear: /^(unclear|initiating|processing|paid|cancelled|loading|destroyed)$/,
  processing: /^(processing|ready|unclear|paid|cancelled|failed|loading|destroyed)$/,
  paid: /^(loading|destroyed)$/,
  expired: /^(loading|destroyed)$/,
  cancelled: /^(loading|destroyed)$/,
  failed: /^(loading|destroyed)$/,
  destroyed: /^$/,
};

/** Holds a run to what must be true at every moment, whatever has happened. */
export function expectInvariants(facts: Facts): void {
  const { ledger, confirmations, renewals, posts, resends = 0 } = facts;
  expect(posts, 'payment requests').toBeLessThanOrEqual(confirmations + renewals);
  expect(ledger.arrivals, 'arrivals').toBeLessThanOrEqual(posts + resends);
  expect(ledger.paymentsCreated, 'payments').toBeLessThanOrEqual(
    facts.hasKeys ? ledger.keys : posts + resends,
  );
  expect(ledger.keys, 'keys').toBeLessThanOrEqual(confirmations);
  expect(ledger.paymentsFinalised, 'payments that count').toBeLessThanOrEqual(facts.orders);

  const rules = { hosts: [new URL(facts.checkout).host], allowPrivateHttp: true };
  for (const url of facts.navigations) expect(guardUrl(url, rules)?.href, 'gone to').toBe(url);
  for (const url of facts.authorized) expect(new URL(url).origin, 'told the token').toBe(facts.checkout);

  for (const token of facts.tokens)
    for (const text of [...facts.texts, ...facts.addresses])
      expect(text.includes(token), 'token').toBe(false);
  for (const linkId of facts.linkIds)
    for (const text of facts.texts) expect(text.includes(linkId), 'link id').toBe(false);

  facts.screens.forEach(expectScreen);
  facts.told.forEach(expectTold);
  expect(facts.uncaught, 'uncaught').toEqual([]);
}

function expectScreen({ state, payable, payButton, total }: Screen): void {
  if (!payable) return;
  expect(state, 'state of a button that takes presses').toBe('ready');
  expect(total).toMatch(/\d/);
  expect(payButton).toContain(total);
}

function expectTold(told: readonly string[]): void {
  let state: SessionStateName = 'loading';
  let failures = 0;
  let started = 0;
  for (const word of told) {
    const [what, name] = word.split(':') as [string, SessionStateName];
    if (what === 'state') {
      expect(name, `after ${state}`).toMatch(FOLLOWS[state]);
      if (name === 'initiating') started = 0;
      failures = 0;
      state = name;
    }
    if (what === 'failure') failures++;
    if (what === 'paymentinitiated') started++;
    expect(failures, 'failures told at once').toBeLessThanOrEqual(1);
    expect(started, 'payments told of one confirmation').toBeLessThanOrEqual(1);
  }
}
