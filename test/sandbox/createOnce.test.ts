// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createOnce } from '../../src/sandbox/createOnce.js';
import { createStore } from '../../src/sandbox/store.js';

const answer = (status: number, body = '{}') => Promise.resolve(new Response(body, { status }));

const request = { key: 'k', sessionId: 's', body: 'body' };

describe('createOnce', () => {
  it('refuses a key whose first request is still under way, and no longer', async () => {
    const { state } = createStore();
    const once = createOnce();
    let finish = (_response: Response): void => {};
    const slow = new Promise<Response>((resolve) => (finish = resolve));
    const first = once(state, request, () => slow);
    const meanwhile = once(state, request, () => answer(200, 'second'));
    await expect(meanwhile).rejects.toMatchObject({ status: 409, code: 'KEY_IN_PROGRESS' });
    finish(new Response('first'));
    expect(await (await first).text()).toBe('first');
    expect(await (await once(state, request, () => answer(200, 'third'))).text()).toBe('first');
  });

  it.each([401, 403, 408, 425, 429, 500, 502, 503, 504])(
    'does not keep a %i: the next one may be answered',
    async (status) => {
      const { state } = createStore();
      const once = createOnce();
      expect((await once(state, request, () => answer(status))).status).toBe(status);
      expect((await once(state, request, () => answer(200))).status).toBe(200);
    },
  );

  it.each([200, 400, 404, 409, 410, 422])('keeps a %i', async (status) => {
    const { state } = createStore();
    const once = createOnce();
    await once(state, request, () => answer(status));
    expect((await once(state, request, () => answer(299))).status).toBe(status);
  });

  it('lets go of a key whose request failed', async () => {
    const { state } = createStore();
    const once = createOnce();
    await expect(once(state, request, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect((await once(state, request, () => answer(200))).status).toBe(200);
  });

  it('keeps no request body', async () => {
    const { state } = createStore();
    await createOnce()(state, { ...request, body: 'wallet secret' }, () => answer(200));
    expect(JSON.stringify([...state.keys])).not.toContain('wallet secret');
  });
});
