import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPayerPage, payPhaseLoaded, type PayerPage } from '../payerPage.js';

let page: PayerPage;
beforeEach(async () => {
  page = await openPayerPage();
});
afterEach(() => page.leave());

const WRITERS = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** Everything that is written into the console from now on. */
function listen(): string[] {
  const lines: string[] = [];
  for (const writer of WRITERS)
    vi.spyOn(console, writer).mockImplementation((...words: unknown[]) => void lines.push(words.join(' ')));
  return lines;
}

async function pay(options: Parameters<PayerPage['start']>[0]): Promise<void> {
  const session = await page.start(options);
  await payPhaseLoaded();
  await session.initiatePayment('card');
  session.destroy();
  await payPhaseLoaded();
}

describe('the option "debug"', () => {
  it('explains each step of a payment, in order', async () => {
    const lines = listen();
    await pay({ debug: true, methodHandlers: { KLARNA: { canShow: () => false, start: vi.fn() } } });
    const told = lines.join('\n');
    const wanted = [
      /altapay \d+ ms: a session begins/,
      /the order and its methods are here/,
      /ms: ready$/m,
      /ways to pay: CARD \(…\)/,
      /left out: KLARNA \(…\); canShow/,
      /left out: \w+ \(.*\); it asks for a check that no methodHandlers entry makes/,
      /ready → initiating: confirmed by CARD \(…\); one request for a payment, without an idempotency key/,
      /initiating → handedOff to checkout\.test/,
      /handedOff → destroyed/,
    ];
    const places = wanted.map((line) => told.search(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('tells no token, no id and no address', async () => {
    const lines = listen();
    const secrets = [page.sessionId, page.link.id];
    page.network.intercept = async (_, forward) => {
      const text = await (await forward()).text();
      const { token, paymentId, url } = JSON.parse(text) as Record<string, string | undefined>;
      secrets.push(...[token, paymentId, url].filter((secret) => secret !== undefined));
      return new Response(text, { status: 200 });
    };
    await pay({ debug: true });
    expect(lines.length).toBeGreaterThan(5);
    expect(secrets.length).toBeGreaterThan(4);
    for (const secret of secrets) expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  });

  it('lists requests by template, with status and time', async () => {
    const at = (path: string) => ({
      name: `${page.options.apiUrl}${path}`,
      startTime: 1,
      duration: 20,
      responseStatus: 200,
    });
    vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) =>
      type === 'resource'
        ? ([at(`/session/${page.sessionId}/activation`), { ...at(''), name: 'https://x.test/a' }] as never)
        : [],
    );
    const lines = listen();
    await pay({ debug: true });
    expect(lines).toContain('altapay 21 ms: session/…/activation answered 200 after 20 ms');
    expect(lines.join()).not.toContain('x.test');
  });

  it('says where to read about what failed, also where nothing was ever shown', async () => {
    page.network.intercept = () => Response.json({ code: 'LINK_EXPIRED' }, { status: 410 });
    const lines = listen();
    await page.start({ debug: true });
    await vi.waitFor(() => expect(lines.join('\n')).toContain('#link_expired'));
    const [, file, heading] = /see (\S+)#(\w+)/.exec(lines.join('\n'))!;
    expect(existsSync(file!)).toBe(true);
    expect(readFileSync(file!, 'utf8')).toContain(`## \`${heading}\``);
  });

  it('is off by default: nothing is written', async () => {
    const lines = listen();
    await pay({});
    expect(lines).toEqual([]);
  });
});
