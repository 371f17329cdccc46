import { describe, expect } from 'vitest';
import { expectNext, type Next } from '../support/expectNext.js';
import { expectNoPayment, expectTold, type Told } from '../support/expectTold.js';
import { failing, type Kind } from '../support/failing.js';
import { engineIt as it } from '../support/faultTest.js';
import { startForeignHost } from '../support/startForeignHost.js';

const opening = failing('POST /session/*/activation');
const failed = (key: Told['key'], code: Told['code'], reason?: string): Told => ({
  state: 'failed',
  key,
  ...(code && { code }),
  ...(reason && { reason }),
});

describe('an answer that is none', () => {
  it.for<[row: string, kind: Kind, told: Told, next: Next, asked?: number]>([
    [
      'L08 JSON that is cut',
      { kind: 'truncate' },
      failed('problem', 'response_invalid', 'json'),
      'Try again',
    ],
    ['L09 HTML', { kind: 'html' }, failed('checkNetwork', 'response_invalid', 'html'), 'Try again'],
    ['L10 nothing', { kind: 'empty' }, failed('problem', 'response_invalid', 'empty'), 'Try again'],
    ['L10 204', { kind: 'empty', status: 204 }, failed('problem', 'response_invalid', 'empty'), 'Try again'],
    ['L13 400', { kind: 'status', status: 400 }, failed('linkBroken', 'link_malformed'), 'nothing'],
    ['L13 422', { kind: 'status', status: 422 }, failed('linkBroken', 'link_malformed'), 'nothing'],
    [
      'L14 401',
      { kind: 'status', status: 401 },
      { state: 'expired', key: 'sessionEnded', code: 'unauthorized' },
      'nothing',
    ],
    ['L15 403', { kind: 'status', status: 403 }, failed('notAllowed', 'forbidden'), 'nothing'],
    ['L16 404', { kind: 'status', status: 404 }, failed('linkBroken', 'link_not_found'), 'nothing'],
    [
      'L17 409',
      { kind: 'status', status: 409 },
      failed('alreadyInProgress', 'outcome_unclear'),
      'Check again',
    ],
    [
      'L18 410',
      { kind: 'status', status: 410 },
      { state: 'expired', key: 'linkExpired', code: 'link_expired' },
      'nothing',
    ],
    [
      'L20 409 SESSION_PAID',
      { kind: 'status', status: 409, code: 'SESSION_PAID' },
      { state: 'paid', key: 'alreadyPaid', code: 'session_paid' },
      'nothing',
    ],
    [
      'L24 3xx',
      { kind: 'redirect', status: 302, url: 'https://elsewhere.invalid/' },
      failed('problem', 'response_invalid', 'redirect'),
      'Try again',
    ],
  ])('%s', async ([, kind, told, next, asked = 1], { openPayment }) => {
    const payment = await openPayment({ faults: [opening(kind)] });
    await expectTold(payment, told);
    expect(payment.openings()).toBe(asked);
    await expectNext(payment, next);
    expectNoPayment(payment);
  });

  it('L11 is read with a byte order mark, as application/problem+json', async ({ openPayment }) => {
    const payment = await openPayment({ faults: [opening({ kind: 'bom' })] });
    await payment.picker.methods.first().waitFor();
    expect(await payment.state()).toBe('ready');
    expect((await payment.heard()).failures).toEqual([]);
  });

  it('L12 is left after 1 MiB of 50', async ({ openPayment }) => {
    const payment = await openPayment({ faults: [opening({ kind: 'huge', mebibytes: 50 })] });
    await expectTold(payment, failed('problem', 'response_invalid', 'size'));
    expect(payment.openings()).toBe(1);
    await expectNext(payment, 'Try again');
    expectNoPayment(payment);
  });

  it('L24 that leads to another host is not followed', async ({ openPayment }) => {
    const other = await startForeignHost();
    const payment = await openPayment({
      faults: [opening({ kind: 'redirect', status: 307, url: `${other.origin}/` })],
    });
    await expectTold(payment, failed('problem', 'response_invalid', 'redirect'));
    expect(other.asked).toEqual([]);
    expectNoPayment(payment);
  });
});

describe('an order that is not to be paid any more', () => {
  it('L18 says that its link has run out', async ({ openPayment }) => {
    const payment = await openPayment({
      address: (link, { sandbox }) => {
        sandbox.advance(15 * 24 * 60);
        return link;
      },
    });
    await expectTold(payment, { state: 'expired', key: 'linkExpired', code: 'link_expired' });
    await expectNext(payment, 'nothing');
    expectNoPayment(payment);
  });

  it('L18 says so where only the session does', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [opening({ kind: 'drift', path: 'session.status', op: 'set', value: 'EXPIRED' })],
    });
    await expectTold(payment, { state: 'expired', key: 'linkExpired', code: 'link_expired' });
    await expectNext(payment, 'nothing');
    expectNoPayment(payment);
  });

  it('L20 says that it is paid', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [opening({ kind: 'drift', path: 'session.status', op: 'set', value: 'PAID' })],
    });
    await expectTold(payment, { state: 'paid', key: 'alreadyPaid', code: 'session_paid' });
    await expectNext(payment, 'nothing');
    expectNoPayment(payment);
  });
});

describe('an API that is busy', () => {
  it('L21 is asked again when it says, and not before', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [opening({ kind: 'status', status: 429, retryAfter: 2 })],
    });
    await payment.picker.methods.first().waitFor();
    const asked = await payment.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('/activation'))
        .map(({ startTime }) => startTime),
    );
    expect(asked).toHaveLength(2);
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(2_000);
    expect((await payment.heard()).failures).toEqual([]);
    expectNoPayment(payment);
  });

  it.for<[row: string, kind: Extract<Kind, { kind: 'status' }>]>([
    ['L22 and hides when', { kind: 'status', status: 429, retryAfter: 3600, expose: false }],
    ['L22 and says nonsense', { kind: 'status', status: 429, retryAfter: 'soon' }],
  ])('%s: the payer is told to wait', async ([, kind], { openPayment }) => {
    const payment = await openPayment({ faults: [opening(kind, 3)] });
    await expectTold(payment, failed('busy', 'rate_limited'));
    expect(payment.openings()).toBe(3);
    await expectNext(payment, 'Try again');
    expectNoPayment(payment);
  });
});

describe('an API that fails', () => {
  it.for([500, 502, 503, 504])(
    'L23 with %i, once, is asked again unnoticed',
    async (status, { openPayment }) => {
      const payment = await openPayment({ faults: [opening({ kind: 'status', status })] });
      await payment.picker.methods.first().waitFor();
      expect(payment.openings()).toBe(2);
      expect((await payment.heard()).failures).toEqual([]);
      expectNoPayment(payment);
    },
  );

  it.for([500, 502, 503, 504])(
    'L23 with %i, always, is told after three attempts',
    async (status, { openPayment }) => {
      const payment = await openPayment({ faults: [opening({ kind: 'status', status }, 3)] });
      await expectTold(payment, failed('problem', 'server'));
      expect(payment.openings()).toBe(3);
      await expectNext(payment, 'Try again');
      expectNoPayment(payment);
    },
  );
});

describe('a token that has run out', () => {
  const GETS = 'GET /session/*';

  it('L14 is renewed once, and asked with again', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [{ match: GETS, kind: 'status', status: 401 }],
      address: async (_, shop) => (await shop.requestTokenLink()).url,
      arrange: () => {
        const link = new URLSearchParams(location.hash.slice(1));
        Object.assign(globalThis, {
          renewals: 0,
          more: {
            renewToken: async () => {
              (globalThis as unknown as { renewals: number }).renewals += 1;
              return link.get('token');
            },
          },
        });
      },
    });
    await payment.picker.methods.first().waitFor();
    expect(await payment.page.evaluate(() => (globalThis as unknown as { renewals: number }).renewals)).toBe(
      1,
    );
    expect((await payment.heard()).failures).toEqual([]);
    expectNoPayment(payment);
  });

  it('L14 is told once where renewing does not help', async ({ openPayment }) => {
    const payment = await openPayment({
      faults: [{ match: GETS, kind: 'status', status: 401, times: 'always' }],
      address: async (_, shop) => (await shop.requestTokenLink()).url,
      arrange: () => {
        Object.assign(globalThis, { more: { renewToken: async () => 'renewed' } });
      },
    });
    await expectTold(payment, { state: 'expired', key: 'sessionEnded', code: 'unauthorized' });
    await expectNext(payment, 'nothing');
    expectNoPayment(payment);
  });
});
