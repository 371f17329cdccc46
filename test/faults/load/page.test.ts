import { describe, expect, onTestFinished } from 'vitest';
import { english } from '../../../src/i18n/messages.js';
import { heightOf } from '../../e2e/support/heightOf.js';
import { startServer } from '../../e2e/support/startServer.js';
import { expectNoPayment, expectTold } from '../support/expectTold.js';
import { failing } from '../support/failing.js';
import { BROKEN, engineIt as it, type EnginePayment } from '../support/faultTest.js';
import type { PageGlobals } from '../support/pageGlobals.js';

const opening = failing('POST /session/*/activation');
const MERCHANTS_OWN = /^uncaught: Error: the merchant’s own$/;

const wait = (): void => {
  (globalThis as unknown as PageGlobals).waits = true;
};

async function expectReady(payment: EnginePayment): Promise<void> {
  await payment.picker.methods.first().waitFor();
  expect(await payment.state()).toBe('ready');
  expect((await payment.heard()).failures).toEqual([]);
  expectNoPayment(payment);
}

describe('a container that is not there', () => {
  it.for(['#nowhere', 'main[', ''])(
    'L36 %o rejects, and opens nothing',
    async (container, { openPayment }) => {
      const payment = await openPayment({ options: { container } });
      await expect.poll(async () => (await payment.heard()).rejections).toHaveLength(1);
      expect((await payment.heard()).rejections).toEqual([
        expect.objectContaining({ code: 'container_not_found' }),
      ]);
      expectNoPayment(payment);
    },
  );

  it('L36 an element outside of the page rejects', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        Object.assign(globalThis, { more: { container: document.createElement('div') } });
      },
    });
    await expect
      .poll(async () => (await payment.heard()).rejections)
      .toEqual([expect.objectContaining({ code: 'container_not_found' })]);
  });
});

describe('logos', () => {
  it.for([
    ['that are not there', 'https://nx.invalid/logo.svg', [BROKEN]],
    ['that may not be asked for', 'http://logos.example/logo.svg', []],
    ['that are no address', 'javascript:alert(1)', []],
  ] as const)(
    'L43 %s: the name stands alone, and nothing moves',
    async ([, value, allowed], { openPayment }) => {
      const payment = await openPayment({
        faults: [opening({ kind: 'drift', path: 'paymentMethods.0.logoUrl', op: 'set', value })],
        allowed,
      });
      await expectReady(payment);
      const { picker } = payment;
      expect(await picker.method('Card').isVisible()).toBe(true);
      const [broken, whole] = [picker.method('Card'), picker.method('MobilePay')];
      expect(await heightOf(broken)).toBe(await heightOf(whole));
      const asked = await payment.page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.startsWith('http://logos.example')),
      );
      expect(asked).toEqual([]);
    },
  );

  it('L43 that hold a script are only ever pictures', async ({ openPayment }) => {
    const logos = await startServer(
      () =>
        new Response(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>parent.pwned = top.pwned = 1</script></svg>',
          { headers: { 'content-type': 'image/svg+xml' } },
        ),
    );
    onTestFinished(logos.close);
    const value = `${logos.origin}/logo.svg`;
    const payment = await openPayment({
      faults: [opening({ kind: 'drift', path: 'paymentMethods.0.logoUrl', op: 'set', value })],
    });
    await expectReady(payment);
    const logo = payment.picker.method('Card').locator('img');
    await expect
      .poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    expect(await payment.page.evaluate(() => 'pwned' in globalThis)).toBe(false);
  });
});

describe('a link that is none', () => {
  it.for([
    ['nothing', '', 'link_missing'],
    ['an empty session', '#sessionId=&linkId=abc', 'link_malformed'],
    ['no secret', '#sessionId=123e4567-e89b-12d3-a456-426614174000', 'link_missing'],
    ['two sessions', '#sessionId=a1&sessionId=a2&linkId=abc', 'link_malformed'],
    ['10 kB', `#sessionId=${'a'.repeat(10_000)}&linkId=abc`, 'link_malformed'],
    ['a path', '#sessionId=..%2F..%2Fadmin&linkId=abc', 'link_malformed'],
  ] as const)('L44 %s: nothing is asked, and the payer is told', async ([, rest, code], { openPayment }) => {
    const payment = await openPayment({ address: (_, { shopUrl }) => `${shopUrl}/pay${rest}` });
    await expectTold(payment, { state: 'failed', key: 'linkBroken', code });
    expect(await payment.picker.notice.getByRole('button').count()).toBe(0);
    expect(payment.openings()).toBe(0);
    expectNoPayment(payment);
  });
});

/** A page whose clock a test sets, by hours, before it starts the SDK by hand. */
function skewableClock(): void {
  const { Date: Actual } = globalThis;
  let off = 0;
  globalThis.Date = class extends Actual {
    constructor(...given: [] | [number]) {
      super(given[0] ?? Actual.now() + off);
    }
    static override now(): number {
      return Actual.now() + off;
    }
  } as DateConstructor;
  Object.assign(globalThis, { waits: true, skew: (hours: number) => (off += hours * 3_600_000) });
}

describe('a browser that lacks or forbids something', () => {
  it('L45 storage and cookies: neither is used', async ({ openPayment }) => {
    await expectReady(
      await openPayment({
        arrange: () => {
          const forbid = {
            get: () => {
              throw new Error('Storage is used.');
            },
            set: () => {
              throw new Error('Storage is used.');
            },
          };
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(globalThis, name, forbid);
          Object.defineProperty(document, 'cookie', forbid);
        },
      }),
    );
  });

  it('L49 newer signals and ids: it goes without', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        for (const [owner, name] of [
          [AbortSignal, 'timeout'],
          [AbortSignal, 'any'],
          [Crypto.prototype, 'randomUUID'],
        ] as const)
          Reflect.deleteProperty(owner, name);
      },
    });
    await expectReady(payment);
    // Kept for a reload while the answer is out.
    const gate = payment.shop.holdRequests(/^POST .*\/payment$/);
    await payment.picker.payWith('MobilePay');
    await expect.poll(gate.waiting).toBe(1);
    expect(await payment.page.evaluate(() => JSON.stringify(history.state))).toMatch(
      /"[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}"/,
    );
    gate.open();
    await payment.page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, keys: 1 });
  });

  const withoutConstructedSheets = (): void => {
    Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets');
    Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
    globalThis.CSSStyleSheet = function () {
      throw new TypeError('Illegal constructor');
    } as unknown as typeof CSSStyleSheet;
  };

  it('L49 constructed style sheets: it is styled by an element', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: withoutConstructedSheets,
      style: "'self' 'unsafe-inline'",
      allowed: [/^policy: .*style-src 'unsafe-inline'/],
    });
    await expectReady(payment);
    expect(await heightOf(payment.picker.method('MobilePay'))).toBeGreaterThanOrEqual(44);
  });

  it('L49 constructed style sheets, under a policy that lets no element pass: plain, and paid all the same', async ({
    openPayment,
  }) => {
    const payment = await openPayment({
      arrange: withoutConstructedSheets,
      allowed: [
        /^csp: style-src-elem inline/,
        /^console: Applying inline style violates/,
        /^uncaught: Content-Security-Policy: .* blocked an inline style/,
      ],
    });
    await expectReady(payment);
    await payment.picker.payWith('MobilePay');
    await payment.page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  });

  it('L53 an API that is reached plainly over the internet is not asked', async ({ openPayment }) => {
    const payment = await openPayment({ options: { apiUrl: 'http://checkout.example/checkout/v1/api' } });
    await expectTold(payment, { state: 'failed', key: 'notSecure', code: 'insecure_context' });
    expect(await payment.picker.notice.getByRole('button').count()).toBe(0);
  });

  it.for<[row: string, yearsOff: number, jumpHours: number]>([
    ['L52 ten years behind', -10, 0],
    ['L52 ten years ahead', 10, 0],
    ['L52 set an hour ahead while the page is open, as in spring', 0, 1],
    ['L52 set an hour back while the page is open, as in autumn', 0, -1],
    ['L52 set right by ten years while the page is open', -10, 10 * 365 * 24],
  ])('%s: a clock ends nothing', async ([, yearsOff, jumpHours], { openPayment }) => {
    const payment = await openPayment({ arrange: skewableClock });
    await payment.page.evaluate(
      (hours) => {
        const { skew, start } = globalThis as unknown as PageGlobals & { skew(hours: number): void };
        skew(hours);
        void start();
      },
      yearsOff * 365 * 24,
    );
    await expectReady(payment);
    const asked = (): number =>
      payment.shop.sandbox
        .ledger()
        .requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/session/{sessionId}'))
        .length;
    // As after a sleep: the session is asked again.
    await payment.page.evaluate((hours) => {
      (globalThis as unknown as { skew(hours: number): void }).skew(hours);
      document.dispatchEvent(new Event('visibilitychange'));
    }, jumpHours);
    await expect.poll(asked).toBe(1);
    await expectReady(payment);
    expect(new Set((await payment.heard()).states)).toEqual(new Set(['ready']));
    await payment.picker.payWith('MobilePay');
    await payment.page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  });
});

describe('a page with code of its own', () => {
  it.for(['onReady', 'onStateChange', 'onWarning', 'onMethodSelected', 'onFailure', 'onBeforePay'])(
    'L50 %s that throws is reported as the page’s own, and keeps no payer from paying',
    async (name, { openPayment }) => {
      const payment = await openPayment({
        allowed: [MERCHANTS_OWN, BROKEN],
        arrange: wait,
        // One warning, and one failure.
        faults: [
          opening({ kind: 'drift', path: 'paymentMethods.0.id', op: 'retype' }),
          failing('POST /payment')({ kind: 'status', status: 422 }),
        ],
      });
      const { page, picker } = payment;
      await page.evaluate((callback) => {
        const reported: string[] = [];
        Object.assign(globalThis, { reported });
        addEventListener('error', ({ error }) => reported.push((error as Error).message));
        let thrown = false;
        return (globalThis as unknown as PageGlobals).start({
          [callback]: () => {
            if (thrown) return;
            thrown = true;
            throw new Error('the merchant’s own');
          },
        });
      }, name);
      await picker.payWith('MobilePay');
      const told = (key: 'cancelled' | 'cantStart') =>
        picker.notice.getByRole('heading', { name: english[key], exact: true }).waitFor();
      // A last word that fails is a no.
      if (name === 'onBeforePay') {
        await told('cancelled');
        await picker.payButton.tap();
      }
      await told('cantStart');
      await expect
        .poll(() => page.evaluate(() => (globalThis as unknown as { reported: string[] }).reported))
        .toEqual(['the merchant’s own']);
      await picker.payButton.tap();
      await page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
      expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 2, paymentsCreated: 1 });
    },
  );

  it('L50 onReady that rejects, or never ends, or destroys, is heard and lets be', async ({
    openPayment,
  }) => {
    const payment = await openPayment({ allowed: [MERCHANTS_OWN], arrange: wait });
    const states = await payment.page.evaluate(async () => {
      const { start } = globalThis as unknown as PageGlobals;
      const ends: string[] = [];
      for (const onReady of [
        () => Promise.reject(new Error('the merchant’s own')),
        () => new Promise(() => {}),
        (session: { destroy(): void }) => session.destroy(),
      ]) {
        const session = await start({ onReady });
        await Promise.resolve();
        ends.push(session?.state.name ?? 'none');
        session?.destroy();
      }
      return ends;
    });
    // Destroyed before it was handed out: the promise rejects.
    expect(states).toEqual(['ready', 'ready', 'none']);
    expectNoPayment(payment);
  });

  it('L50 onStateChange that pays again is given the same payment', async ({ openPayment }) => {
    const payment = await openPayment({ arrange: wait });
    await payment.page.evaluate(() =>
      (globalThis as unknown as PageGlobals).start({
        onStateChange: (state, session) => {
          if (state.name === 'initiating')
            void session.initiatePayment(state.methodId).catch(() => undefined);
        },
      }),
    );
    await payment.picker.payWith('MobilePay');
    await payment.page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it('L51 that has changed the language under it, and unset every style', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        const { fetch } = globalThis;
        globalThis.fetch = function patched(...args) {
          return fetch.apply(globalThis, args);
        };
        Object.assign(Array.prototype, {
          last(this: unknown[]) {
            return this[this.length - 1];
          },
        });
        Object.assign(Object.prototype, { added: 'by the page' });
        globalThis.Promise = class Patched<T> extends Promise<T> {};
        addEventListener('DOMContentLoaded', () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { all: unset }');
          document.adoptedStyleSheets = [sheet];
        });
      },
    });
    await expectReady(payment);
    expect(await heightOf(payment.picker.method('MobilePay'))).toBeGreaterThanOrEqual(44);
    await payment.picker.payWith('MobilePay');
    await payment.page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
  });
});

describe('a container that the page takes away', () => {
  const GONE = { state: 'destroyed', pickers: 0 };
  const leftOn = async ({ page, state }: EnginePayment) => ({
    state: await state(),
    pickers: await page.locator('[part=picker]').count(),
  });

  it('L37 while the order is asked for: the request ends, and nothing is drawn', async ({ openPayment }) => {
    const payment = await openPayment({
      arrange: () => {
        const { fetch } = globalThis;
        const ends: string[] = [];
        globalThis.fetch = (...args) =>
          fetch(...args).catch((reason: unknown) => {
            ends.push((reason as Error).name);
            throw reason;
          });
        Object.assign(globalThis, { waits: true, ends });
      },
    });
    const { page, shop } = payment;
    const gate = shop.holdRequests(/\/activation$/);
    const ends = (): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as { ends: string[] }).ends);
    await page.evaluate(() => void (globalThis as unknown as PageGlobals).start());
    await expect.poll(gate.waiting).toBe(1);
    await page.evaluate(() => document.querySelector('#payment')!.remove());
    await expect.poll(ends).toEqual(['AbortError']);
    gate.open();
    const { rejections, failures, states } = await payment.heard();
    expect(rejections).toEqual([expect.objectContaining({ code: 'aborted' })]);
    expect([failures, states]).toEqual([[], ['destroyed']]);
    expect(await leftOn(payment)).toEqual(GONE);
    expectNoPayment(payment);
  });

  it.for<[row: string, takeAway: () => void]>([
    ['L37 after it was drawn', () => document.querySelector('#payment')!.remove()],
    ['L37 with all that stands around it', () => document.body.replaceChildren()],
    ['L38 emptied', () => document.querySelector('#payment')!.replaceChildren()],
    [
      'L38 written over',
      () => {
        document.querySelector('#payment')!.textContent = 'Something else';
      },
    ],
  ])('%s: the session is over, and asks nothing more', async ([, takeAway], { openPayment }) => {
    const payment = await openPayment();
    const { page, shop } = payment;
    await expectReady(payment);
    await page.evaluate(takeAway);
    await expect.poll(() => leftOn(payment)).toEqual(GONE);
    const asked = shop.sandbox.ledger().requests.length;
    await page.evaluate(async () => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await (globalThis as unknown as PageGlobals).session.refresh();
    });
    expect(shop.sandbox.ledger().requests).toHaveLength(asked);
    expect((await payment.heard()).failures).toEqual([]);
    expectNoPayment(payment);
  });

  it('L38 and given to a new session at once: the new one is drawn', async ({ openPayment }) => {
    const payment = await openPayment();
    await expectReady(payment);
    await payment.page.evaluate(async () => {
      document.querySelector('#payment')!.replaceChildren();
      await (globalThis as unknown as PageGlobals).start();
    });
    await expectReady(payment);
    expect(await leftOn(payment)).toEqual({ state: 'ready', pickers: 1 });
    expect(payment.openings()).toBe(2);
  });

  it.for<[row: string, move: () => void | Promise<void>]>([
    ['L37 moved', () => document.querySelector('footer')!.after(document.querySelector('#payment')!)],
    [
      'L37 taken out and put back in the same task',
      async () => {
        const container = document.querySelector('#payment')!;
        container.remove();
        // As a framework does that renders in a microtask.
        await Promise.resolve();
        document.querySelector('footer')!.after(container);
      },
    ],
  ])('%s: the session lives on, and can be paid', async ([, move], { openPayment }) => {
    const payment = await openPayment();
    await expectReady(payment);
    await payment.page.evaluate(move);
    // The observer has had its turn, and the task that follows it.
    await payment.page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
    expect(await leftOn(payment)).toEqual({ state: 'ready', pickers: 1 });
    await payment.picker.payWith('MobilePay');
    await payment.page.getByRole('button', { name: 'Approve in MobilePay' }).waitFor();
    expect(payment.shop.sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: 1 });
  });

  it('L38 inside a shadow root of the page’s own: the session is over', async ({ openPayment }) => {
    const payment = await openPayment({ arrange: wait });
    await payment.page.evaluate(async () => {
      const root = document.querySelector('#payment')!.attachShadow({ mode: 'open' });
      const container = root.appendChild(document.createElement('div'));
      await (globalThis as unknown as PageGlobals).start({ container });
      container.replaceChildren();
    });
    await expect.poll(() => leftOn(payment)).toEqual(GONE);
    expectNoPayment(payment);
  });
});
