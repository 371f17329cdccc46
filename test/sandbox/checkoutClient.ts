import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

export const ORIGIN = 'https://checkout.test';
export const API = `${ORIGIN}/checkout/v1/api`;

export const order = {
  orderId: 'A-1001',
  amount: { value: 249.5, currency: 'DKK' },
  orderLines: [
    { itemId: 'mug', description: 'Mug', quantity: 2, unitPrice: 79.8, taxAmount: 39.9, goodsType: 'item' },
    {
      itemId: 'post',
      description: 'Delivery',
      quantity: 1,
      unitPrice: 50,
      taxAmount: 0,
      goodsType: 'shipment',
    },
  ],
  customer: { firstName: 'Ida', billingAddress: { country: 'DK' } },
};

/** Every field that a test looks at, of whatever the API answers. */
export type Answer = {
  readonly sessionId: string;
  readonly token: string;
  readonly url: string;
  readonly paymentId: string;
  readonly status: string;
  readonly code: string;
  readonly type: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly serverTime: number;
  readonly expiresAt: number;
  readonly order: typeof order;
  readonly session: Answer;
  readonly callbacks: unknown;
  readonly methods: readonly MethodAnswer[];
  readonly paymentMethods: readonly MethodAnswer[];
};

export type MethodAnswer = {
  readonly id: string;
  readonly logoUrl: string;
  readonly onInitiatePayment: { readonly type: string; readonly value: string };
  readonly onRenderCheck?: { readonly type: string };
};

export type LinkAnswer = { readonly id: string; readonly paymentLink: string; readonly qrCode: string };

/** A sandbox with a clock of its own and a merchant's backend and a payer's page around it. */
export async function startCheckout(options: SandboxOptions = {}) {
  const time = { now: Date.UTC(2026, 0, 1) };
  const sandbox = createSandbox({ clock: () => time.now, ...options });
  const token = await authenticate(sandbox);

  const call = (
    path: string,
    init: RequestInit & { token?: string; json?: unknown } = {},
  ): Promise<Response> => {
    const { token: bearer = token, json, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (bearer) headers.set('Authorization', `Bearer ${bearer}`);
    if (json !== undefined) headers.set('Content-Type', 'application/json');
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    return sandbox.fetch(new Request(`${API}${path}`, { ...rest, ...body, headers }));
  };
  const createSession = async (body: unknown = { order }): Promise<string> =>
    (await readJson(call('/session', { method: 'POST', json: body }))).sessionId;
  const createLink = async (sessionId: string, json: unknown = {}): Promise<LinkAnswer> =>
    (await readJson(call(`/session/${sessionId}/link`, { method: 'POST', json }))) as unknown as LinkAnswer;
  const activate = (sessionId: string, linkId: string): Promise<Response> =>
    sandbox.fetch(
      new Request(`${API}/session/${sessionId}/activation`, {
        method: 'POST',
        body: new URLSearchParams({ linkId }),
      }),
    );
  const pay = (sessionId: string, paymentMethodId = 'card', init: { token?: string; key?: string } = {}) =>
    call('/payment', {
      method: 'POST',
      json: { sessionId, paymentMethodId },
      ...(init.token && { token: init.token }),
      ...(init.key && { headers: { 'Idempotency-Key': init.key } }),
    });
  const statusOf = async (sessionId: string): Promise<string> =>
    (await readJson(call(`/session/${sessionId}`))).status;
  const startPayment = async (sessionId: string): Promise<string> => (await readJson(pay(sessionId))).url;
  const open = (url: string, method = 'GET'): Promise<Response> =>
    sandbox.fetch(new Request(url, { method }));
  const press = (url: string, action: string, view = ''): Promise<Response> =>
    sandbox.fetch(new Request(url, { method: 'POST', body: new URLSearchParams({ action, view }) }));

  return {
    sandbox,
    time,
    token,
    call,
    createSession,
    createLink,
    activate,
    pay,
    statusOf,
    startPayment,
    open,
    press,
  };
}

export async function authenticate(sandbox: Sandbox): Promise<string> {
  const headers = { Authorization: `Basic ${btoa('sandbox:sandbox')}` };
  const answer = sandbox.fetch(new Request(`${API}/authenticate`, { method: 'POST', headers }));
  return (await readJson(answer)).token;
}

export async function readJson(answer: Response | Promise<Response>): Promise<Answer> {
  return (await (await answer).json()) as Answer;
}
