import fc from 'fast-check';
import type { Fault } from '../../src/sandbox/index.js';
import type { Kind } from '../faults/support/failing.js';

/** One thing that happens to a payment page: by its payer, its network, its browser, or the merchant behind it. */
export type Command =
  /** Chooses a method, by its place in the list. */
  | { readonly do: 'choose'; readonly method: number }
  /** Presses the pay button, so often in one breath. */
  | { readonly do: 'pay'; readonly presses: number }
  /** Presses whatever the notice offers: try again, check again. */
  | { readonly do: 'act' }
  /** Asks the session as a merchant's own page would. */
  | { readonly do: 'refresh' }
  /** Presses Back: the page comes out of the back/forward cache. */
  | { readonly do: 'back' }
  | { readonly do: 'hide' }
  | { readonly do: 'show' }
  /** Loads the page again: what was there is gone. */
  | { readonly do: 'reload' }
  /** Opens the link in the other tab, or goes over to it. */
  | { readonly do: 'otherTab' }
  /** Opens another order's link in this tab, or the first one's again: only the fragment changes. */
  | { readonly do: 'otherLink' }
  | { readonly do: 'destroy' }
  | { readonly do: 'offline' }
  | { readonly do: 'online' }
  /** The next requests of a kind meet a fault. */
  | { readonly do: 'fault'; readonly fault: Fault }
  /** Answers arrive late: they are kept back until they are let go. */
  | { readonly do: 'holdAnswers' }
  | { readonly do: 'letGo' }
  | { readonly do: 'wait'; readonly ms: number }
  /** The payer answers in the gateway's page, in the payment that was started last. */
  | { readonly do: 'gateway'; readonly action: 'approve' | 'decline' | 'cancel' | 'leave' }
  /** The merchant's server changes the order, or takes it back. */
  | { readonly do: 'changeAmount'; readonly value: number }
  | { readonly do: 'cancelOrder' };

const kind: fc.Arbitrary<Kind> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Kind>(
      { kind: 'reset' },
      { kind: 'refuse' },
      { kind: 'killAfterBody' },
      { kind: 'noHeaders' },
      { kind: 'drip' },
      { kind: 'truncatedBody' },
      { kind: 'truncate' },
      { kind: 'corsOff' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Kind>(
      { kind: 'html' },
      { kind: 'html', handled: true },
      { kind: 'empty' },
      { kind: 'empty', status: 204, handled: true },
      { kind: 'bom' },
      { kind: 'huge', mebibytes: 2 },
      { kind: 'redirect', status: 307, url: 'https://evil.test/' },
      { kind: 'redirect', status: 302, url: 'https://evil.test/', handled: true },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom(400, 401, 403, 404, 408, 409, 410, 422, 429, 500, 502, 503, 504),
      handled: fc.boolean(),
      retryAfter: fc.constantFrom<string | number>(0, 2, 3_600, 'soon'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('drift' as const),
      path: fc.constantFrom('url', 'type', 'paymentId', 'order.amount.value', 'status', 'methods.0', 'token'),
      op: fc.constantFrom('delete' as const, 'null' as const, 'retype' as const, 'duplicate' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'javascript:alert(1)',
        '//evil.test',
        'http://evil.test',
        'https://u:p@evil.test',
        'data:,x',
      )
      .map((value) => ({ kind: 'drift' as const, path: 'url', op: 'set' as const, value })),
  },
);

const fault: fc.Arbitrary<Fault> = fc
  .tuple(
    fc.constantFrom<Fault['match']>(
      'POST /payment',
      'POST /payment',
      'POST /session/*/activation',
      'GET /session/*',
      'GET /session/*/payment-methods',
      '* /session/*',
    ),
    kind,
    fc.constantFrom(1, 1, 2, 3),
  )
  .map(([match, how, times]) => ({ ...how, match, times }));

type Plain = {
  [Name in Command['do']]: object extends Omit<Extract<Command, { do: Name }>, 'do'> ? Name : never;
};
const plain = (name: Plain[Command['do']]): fc.Arbitrary<Command> => fc.constant({ do: name });

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ do: fc.constant('choose' as const), method: fc.nat({ max: 6 }) }) },
  {
    weight: 14,
    arbitrary: fc.record({ do: fc.constant('pay' as const), presses: fc.constantFrom(1, 1, 1, 2, 5) }),
  },
  { weight: 10, arbitrary: plain('act') },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('fault' as const), fault }) },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(10, 500, 2_500, 6_000, 25_000, 25_000, 130_000),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('gateway' as const),
      action: fc.constantFrom('approve', 'decline', 'cancel', 'leave'),
    }),
  },
  { weight: 4, arbitrary: plain('refresh') },
  { weight: 5, arbitrary: plain('back') },
  { weight: 3, arbitrary: plain('hide') },
  { weight: 4, arbitrary: plain('show') },
  { weight: 6, arbitrary: plain('reload') },
  { weight: 4, arbitrary: plain('otherTab') },
  { weight: 6, arbitrary: plain('otherLink') },
  { weight: 1, arbitrary: plain('destroy') },
  { weight: 2, arbitrary: plain('offline') },
  { weight: 5, arbitrary: plain('online') },
  { weight: 3, arbitrary: plain('holdAnswers') },
  { weight: 5, arbitrary: plain('letGo') },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('changeAmount' as const),
      value: fc.constantFrom(1, 249.5, 300, 999.99),
    }),
  },
  { weight: 1, arbitrary: plain('cancelOrder') },
);

/** The commands of a seed: the same each time. */
export function commandsOf(seed: number, steps: number): readonly Command[] {
  const sequence = fc.array(command, { minLength: steps, maxLength: steps });
  return fc.sample(sequence, { seed, numRuns: 1 })[0]!;
}
