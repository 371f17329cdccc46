// @vitest-environment node
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.js';
import { API, order, readJson, startCheckout } from './checkoutClient.js';

const HOUR = 3_600_000;

describe('POST /authenticate', () => {
  it('answers an RS256 token with the documented claims, good for an hour', async () => {
    const { token, time } = await startCheckout();
    expect(decodeProtectedHeader(token).alg).toBe('RS256');
    expect(Object.keys(decodeJwt(token)).sort()).toEqual([
      'authId',
      'exp',
      'groups',
      'iat',
      'iss',
      'jti',
      'upn',
    ]);
    expect(decodeJwt(token).exp).toBe((time.now + HOUR) / 1000);
  });

  it.each([
    ['a wrong password', `Basic ${btoa('sandbox:wrong')}`],
    ['a wrong user', `Basic ${btoa('wrong:sandbox')}`],
    ['no password', `Basic ${btoa('sandbox')}`],
    ['another scheme', 'Bearer sandbox:sandbox'],
    ['nonsense', 'Basic %%%'],
  ])('refuses %s', async (_what, authorization) => {
    const request = new Request(`${API}/authenticate`, {
      method: 'POST',
      headers: { Authorization: authorization },
    });
    const response = await createSandbox().fetch(request);
    expect(response.status).toBe(401);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('WWW-Authenticate')).toContain('Basic');
    expect((await readJson(response)).code).toBe('CREDENTIALS_WRONG');
  });

  it('takes other credentials where it is given some', async () => {
    const sandbox = createSandbox({ credentials: { username: 'shop', password: 'blå' } });
    const basic = Buffer.from('shop:blå').toString('base64');
    const ask = (authorization: string) =>
      sandbox.fetch(
        new Request(`${API}/authenticate`, { method: 'POST', headers: { Authorization: authorization } }),
      );
    expect((await ask(`Basic ${basic}`)).status).toBe(200);
    expect((await ask(`Basic ${btoa('sandbox:sandbox')}`)).status).toBe(401);
  });
});

describe('the token', () => {
  it('is wanted, has to be one of this sandbox, and runs out', async () => {
    const { call, createSession, time } = await startCheckout();
    const stranger = await startCheckout();
    const sessionId = await createSession();
    const codeWith = async (token?: string) => {
      const response = await call(`/session/${sessionId}`, token === undefined ? {} : { token });
      return response.status === 200 ? 'fine' : `${response.status} ${(await readJson(response)).code}`;
    };
    expect(await codeWith()).toBe('fine');
    expect(await codeWith('')).toBe('401 TOKEN_MISSING');
    expect(await codeWith('a.b.c')).toBe('401 TOKEN_INVALID');
    expect(await codeWith(stranger.token)).toBe('401 TOKEN_INVALID');
    time.now += HOUR;
    expect(await codeWith()).toBe('401 TOKEN_EXPIRED');
  });

  it('of a link reads and pays its own session, and nothing else', async () => {
    const { activate, call, createLink, createSession, pay } = await startCheckout();
    const [mine, other] = [await createSession(), await createSession()];
    const { token } = await readJson(activate(mine, (await createLink(mine)).id));

    const codeOf = async (answer: Promise<Response>) => (await readJson(answer)).code;
    expect((await call(`/session/${mine}`, { token })).status).toBe(200);
    expect(await codeOf(call(`/session/${mine}`, { token, method: 'PUT', json: { order } }))).toBe(
      'SCOPE_MISSING',
    );
    expect(await codeOf(call(`/session/${mine}/link`, { token, method: 'POST', json: {} }))).toBe(
      'SCOPE_MISSING',
    );
    expect(await codeOf(call('/session', { token, method: 'POST', json: { order } }))).toBe('SCOPE_MISSING');
    expect(await codeOf(call(`/session/${other}`, { token }))).toBe('SESSION_FORBIDDEN');
    expect(await codeOf(call(`/session/${other}/payment-methods`, { token }))).toBe('SESSION_FORBIDDEN');
    expect(await codeOf(pay(other, 'card', { token }))).toBe('SESSION_FORBIDDEN');
    expect((await pay(mine, 'card', { token })).status).toBe(200);
  });
});
