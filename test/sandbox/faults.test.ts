// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { connectionFaultOf, type Fault } from '../../src/sandbox/index.js';
import { ORIGIN, readJson, startCheckout } from './checkoutClient.js';

type Drifted = { methods: { id: string; name: unknown; type: string }[] };

const METHODS = 'GET /session/*/payment-methods';

async function startFaulty(...faults: Fault[]) {
  const checkout = await startCheckout({ controls: true });
  const sessionId = await checkout.createSession();
  faults.forEach(checkout.sandbox.addFault);
  return {
    ...checkout,
    sessionId,
    readMethods: () => checkout.call(`/session/${sessionId}/payment-methods`),
    readSession: () => checkout.call(`/session/${sessionId}`),
    control: (method: string, body?: unknown) =>
      checkout.sandbox.fetch(
        new Request(`${ORIGIN}/__sandbox/faults`, {
          method,
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
  };
}

describe('a fault', () => {
  it('meets as many requests as it is for, by method and path, and no other', async () => {
    const { readMethods, readSession, sandbox } = await startFaulty({
      match: METHODS,
      kind: 'status',
      status: 503,
      times: 2,
    });
    const answers = [await readMethods(), await readSession(), await readMethods(), await readMethods()];
    expect(answers.map(({ status }) => status)).toEqual([503, 200, 503, 200]);
    expect(sandbox.faults()).toEqual([]);
  });

  it('lasts until it is cleared where it is for always', async () => {
    const { readMethods, sandbox } = await startFaulty({ match: METHODS, kind: 'html', times: 'always' });
    for (let time = 0; time < 3; time += 1)
      expect((await readMethods()).headers.get('Content-Type')).toMatch('html');
    sandbox.clearFaults();
    expect((await readMethods()).headers.get('Content-Type')).toMatch('json');
  });

  it('is met in the order in which it was added', async () => {
    const { readMethods } = await startFaulty(
      { match: METHODS, kind: 'status', status: 429, retryAfter: 2 },
      { match: '* /session/*/*', kind: 'status', status: 410, code: 'LINK_EXPIRED' },
    );
    const [busy, gone, fine] = [await readMethods(), await readMethods(), await readMethods()];
    expect([busy.status, gone.status, fine.status]).toEqual([429, 410, 200]);
    expect(busy.headers.get('Retry-After')).toBe('2');
    expect((await readJson(gone)).code).toBe('LINK_EXPIRED');
  });

  it('may be there from the start, and is there again after a reset', async () => {
    const fault: Fault = { match: 'POST /authenticate', kind: 'empty', status: 204, times: 1 };
    const { sandbox } = await startCheckout({ faults: [{ ...fault, match: 'GET /nowhere' }] });
    sandbox.addFault(fault);
    sandbox.reset();
    expect(sandbox.faults()).toEqual([{ ...fault, match: 'GET /nowhere', left: 1 }]);
  });
});

describe('what a fault makes of an answer', () => {
  it('keeps it readable for pages elsewhere, and hides what it is told to hide', async () => {
    const { readMethods } = await startFaulty(
      { match: METHODS, kind: 'status', status: 429, retryAfter: 2, expose: false },
      { match: METHODS, kind: 'html' },
      { match: METHODS, kind: 'corsOff' },
    );
    const [hidden, html, closed] = [await readMethods(), await readMethods(), await readMethods()];
    expect(hidden.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(hidden.headers.get('Access-Control-Expose-Headers')).toBeNull();
    expect(html.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(closed.status).toBe(200);
    expect(closed.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('leaves a refused preflight without any CORS header', async () => {
    const { call } = await startFaulty({ match: 'OPTIONS /payment', kind: 'status', status: 403 });
    const answer = await call('/payment', { method: 'OPTIONS' });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it.for<[Fault['kind'], Fault, string | RegExp]>([
    ['truncate', { match: METHODS, kind: 'truncate' }, /^\{"methods":.*[^}]$/],
    ['bom', { match: METHODS, kind: 'bom' }, /^\uFEFF\{"methods":.*\}$/],
    ['redirect', { match: METHODS, kind: 'redirect', status: 302, url: 'https://elsewhere.test/' }, ''],
    ['empty', { match: METHODS, kind: 'empty' }, ''],
  ])('%s', async ([, fault, expected]) => {
    const { readMethods } = await startFaulty(fault);
    // `text()` would swallow a byte order mark.
    const bytes = await (await readMethods()).arrayBuffer();
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });

  it('is as large as it is told, and is made only as it is read', async () => {
    const { readMethods } = await startFaulty({ match: METHODS, kind: 'huge', mebibytes: 3 });
    expect((await (await readMethods()).arrayBuffer()).byteLength).toBe(3 * 2 ** 20);
  });

  it.for<[Extract<Fault, { kind: 'drift' }>['op'], string, unknown, (body: Drifted) => unknown, unknown]>([
    ['delete', 'methods.0', undefined, (body) => body.methods[0]!.id, 'mobilepay'],
    ['delete', 'methods.0.id', undefined, (body) => 'id' in body.methods[0]!, false],
    ['null', 'methods.1.name', undefined, (body) => body.methods[1]!.name, null],
    ['retype', 'methods.0.name', undefined, (body) => body.methods[0]!.name, 4],
    ['retype', 'methods', undefined, (body) => body.methods, {}],
    ['duplicate', 'methods.0', undefined, (body) => body.methods[1]!.id, 'card'],
    ['set', 'methods.0.type', 'NEW', (body) => body.methods[0]!.type, 'NEW'],
    ['null', 'nothing.here', undefined, (body) => body.methods[0]!.id, 'card'],
  ])('drift: %s %s', async ([op, path, value, read, expected]) => {
    const { readMethods } = await startFaulty({ match: METHODS, kind: 'drift', path, op, value });
    expect(read(await (await readMethods()).json())).toEqual(expected);
  });
});

describe('a broken connection', () => {
  it.for(['noHeaders', 'drip', 'truncatedBody', 'reset', 'refuse', 'killAfterBody'] as const)(
    '%s is noted on the answer, where no browser sees it',
    async (kind) => {
      const { readMethods } = await startFaulty({ match: METHODS, kind });
      const answer = await readMethods();
      expect(connectionFaultOf(answer)).toBe(kind);
      expect(JSON.stringify([...answer.headers])).not.toContain(kind);
      expect(connectionFaultOf(await readMethods())).toBeUndefined();
    },
  );

  it.for<[fault: Fault, created: number]>([
    [{ match: 'POST /payment', kind: 'status', status: 503 }, 0],
    [{ match: 'POST /payment', kind: 'status', status: 503, handled: true }, 1],
    [{ match: 'POST /payment', kind: 'html', handled: true }, 1],
    [{ match: 'POST /payment', kind: 'reset' }, 0],
    [{ match: 'POST /payment', kind: 'killAfterBody' }, 1],
    [{ match: 'POST /payment', kind: 'noHeaders', handled: true }, 1],
  ])('counts what came in and what came of it: %o', async ([fault, created]) => {
    const { call, sessionId, sandbox } = await startFaulty(fault);
    await call('/payment', { method: 'POST', json: { sessionId, paymentMethodId: 'card' } });
    expect(sandbox.ledger()).toMatchObject({ arrivals: 1, paymentsCreated: created });
  });
});

describe('the switch', () => {
  it('adds, lists and clears', async () => {
    const { control, readMethods } = await startFaulty();
    const fault = { match: METHODS, kind: 'status', status: 500, times: 'always' };
    expect((await control('POST', fault)).status).toBe(201);
    expect((await readMethods()).status).toBe(500);
    expect(await (await control('GET')).json()).toEqual({ faults: [{ ...fault, left: 'always' }] });
    expect((await control('DELETE')).status).toBe(204);
    expect((await readMethods()).status).toBe(200);
  });

  it.for([
    ['match', { match: 'payment', kind: 'html' }],
    ['kind', { match: METHODS, kind: 'sleepy' }],
    ['times', { match: METHODS, kind: 'html', times: 0 }],
    ['status', { match: METHODS, kind: 'status' }],
    ['op', { match: METHODS, kind: 'drift', path: 'methods', op: 'burn' }],
  ] as const)('names the field that is wrong: %s', async ([field, body]) => {
    const { control } = await startFaulty();
    const answer = await control('POST', body);
    expect(answer.status).toBe(400);
    expect((await readJson(answer)).errors.map((error) => error.field)).toEqual([field]);
  });
});
