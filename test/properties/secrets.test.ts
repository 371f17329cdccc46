import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isPaymentError, PaymentError } from '../../src/errors.js';
import { initFromQR } from '../../src/initFromQR.js';
import { initiate } from '../../src/initiate.js';
import type { InitFromQROptions } from '../../src/options.js';
import { activationAnswer, methodAnswer, sessionAnswer } from '../core/answers.js';
import { visit } from '../payerPage.js';

const base64url = (length: number) => fc.stringMatching(new RegExp(`^[\\w-]{${length}}$`));

/** What the payer's page holds and nobody else may learn. Ids have at least 128 random bits. */
const secrets = fc.record({
  sessionId: fc.uuid(),
  linkId: base64url(22),
  token: fc.oneof(
    fc.tuple(base64url(20), base64url(60), base64url(43)).map((parts) => parts.join('.')),
    // RFC 6750 lets a token be any base64.
    fc.stringMatching(/^[\w.~+/-]{40}={0,2}$/),
  ),
});

type Secrets = { readonly sessionId: string; readonly linkId: string; readonly token: string };

/** Everything a log, a console or an error tracker would take from an error. */
function everyTextOf(error: Error): string {
  const { cause } = error;
  return [
    String(error),
    error.stack ?? '',
    JSON.stringify(error),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    ...(cause instanceof Error ? [everyTextOf(cause)] : [String(cause)]),
  ].join('\n');
}

function expectToKeep(error: unknown, { sessionId, linkId, token }: Secrets): void {
  if (!isPaymentError(error)) throw error;
  for (const secret of [sessionId, linkId, token]) expect(everyTextOf(error)).not.toContain(secret);
}

/** Ways to tell a secret, for whoever is asked something and fails. */
const retellings: readonly ((secrets: Secrets) => string)[] = [
  ({ sessionId, linkId }) => `https://api.test/session/${sessionId}?linkId=${linkId}`,
  ({ sessionId, linkId }) => `GET /session/${sessionId}#linkId=${linkId} failed`,
  ({ token }) => `Authorization: Bearer ${token}`,
  ({ token }) => `"${token}"`,
  ({ sessionId, linkId, token }) => JSON.stringify({ sessionId, linkId, token }),
  ({ sessionId, linkId, token }) => `${sessionId} ${linkId} ${token}`,
];
const retelling = fc.constantFrom(...retellings);

const ANSWERS: Readonly<Record<string, (text: string, secrets: Secrets) => Response>> = {
  text: (text) => new Response(text),
  'broken JSON': (text) => new Response(`{"a":${text}`),
  page: (text) => new Response(`<!doctype html><title>${text}</title>`),
  redirect: (text) => new Response(null, { status: 302, headers: { location: `/?${encodeURI(text)}` } }),
  problem: (text) => new Response(JSON.stringify({ code: text, detail: text }), { status: 404 }),
  'wrong fields': (text) => new Response(JSON.stringify({ [text]: text, token: [text] })),
  'wrong order': (text, { token }) =>
    new Response(
      JSON.stringify({ ...activationAnswer(), token, session: { ...sessionAnswer(), order: text } }),
    ),
  'another session': (_, { token }) => new Response(JSON.stringify({ ...activationAnswer(), token })),
  exception: (text) => {
    throw new TypeError(text);
  },
};

describe('no error tells a secret', () => {
  it('of a load, whatever the API or what stands before it answers', async () => {
    const answers = fc.constantFrom(...Object.keys(ANSWERS).filter((name) => name !== 'exception'));
    const property = fc.asyncProperty(secrets, retelling, answers, async (given, retell, name) => {
      const failing = async (): Promise<Response> => ANSWERS[name]!(retell(given), given);
      visit(`https://shop.test/pay#sessionId=${given.sessionId}&linkId=${given.linkId}`);
      const options = { apiUrl: 'https://api.test/v1', fetch: failing };
      expectToKeep(await initFromQR(options).catch((error: unknown) => error), given);
    });
    await fc.assert(property);
  });

  it('of a payment, whatever it is answered', async () => {
    const answers = fc.constantFrom(...Object.keys(ANSWERS));
    const property = fc.asyncProperty(secrets, retelling, answers, async (given, retell, name) => {
      const method = { ...methodAnswer(), onInitiatePayment: null, onRenderCheck: null };
      const session = { ...sessionAnswer(), sessionId: given.sessionId };
      const answer = { ...activationAnswer(), token: given.token, session, paymentMethods: [method] };
      visit(`https://shop.test/pay#sessionId=${given.sessionId}&linkId=${given.linkId}`);
      const checkout = await initFromQR({
        apiUrl: 'https://api.test/v1',
        fetch: async (input) => {
          const { pathname } = new URL((input as Request).url);
          if (!pathname.endsWith('/payment')) return new Response(JSON.stringify(answer));
          return ANSWERS[name]!(retell(given), given);
        },
      });
      expectToKeep(await checkout.initiatePayment('card-1').catch((error: unknown) => error), given);
      checkout.destroy();
    });
    await fc.assert(property);
  });

  it('whatever the merchant’s own functions throw', async () => {
    const throwing = fc.constantFrom<(text: string) => unknown>(
      (text) => new Error(text),
      (text) => text,
      (text) => Object.assign(new TypeError('x'), { message: text, request: { url: text } }),
      (text) => ({ message: text, toString: () => text }),
    );
    const hooks = fc.constantFrom('parsePaymentLink', 'activate');
    const property = fc.asyncProperty(
      secrets,
      retelling,
      throwing,
      hooks,
      async (given, retell, toThrown, hook) => {
        const fail = (): never => {
          throw toThrown(retell(given));
        };
        visit(`https://shop.test/pay#sessionId=${given.sessionId}&linkId=${given.linkId}`);
        const options: InitFromQROptions = { apiUrl: 'https://api.test/v1', [hook]: fail };
        expectToKeep(await initFromQR(options).catch((error: unknown) => error), given);
      },
    );
    await fc.assert(property, {
      examples: [
        [
          {
            sessionId: '0f8fad5b-d9cb-469f-a165-70867728950e',
            linkId: 'Zk3vY0tq8mQeR2LhXw7bNA',
            token: 'q83v+Ng/2~hZk3vY0t+q8mQeR/2LhXw7b.NA+yz/x==',
          },
          retellings[2]!,
          (text) => new Error(text),
          'activate',
        ],
      ],
    });
  });

  it('that is an argument or an option', () => {
    const property = fc.property(secrets, fc.constantFrom(' ', '\n', '\u00e9'), (given, odd) => {
      const attempts = [
        () => initiate(given.token + odd, given.sessionId, { apiUrl: 'https://api.test' }),
        () => initiate(given.token, given.sessionId + odd, { apiUrl: 'https://api.test' }),
        () => initiate(given.token, given.sessionId, { apiUrl: `https://api.test?token=${given.token}` }),
      ];
      for (const attempt of attempts) {
        const thrown = vi.fn(attempt);
        expect(thrown).toThrow(PaymentError);
        expectToKeep(thrown.mock.results[0]!.value, given);
      }
    });
    fc.assert(property);
  });
});
