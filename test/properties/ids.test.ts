import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isId } from '../../src/core/isId.js';
import { parsePaymentLink } from '../../src/core/parsePaymentLink.js';
import { parsePaymentMethods } from '../../src/core/parsePaymentMethods.js';
import { stripLink } from '../../src/core/stripLink.js';
import { isPaymentError } from '../../src/errors.js';
import { handlerFor } from '../../src/flow/offeredMethods.js';
import type { MethodHandler } from '../../src/options.js';
import { API, apiWith, fakeFetch, json } from '../api/fakeFetch.js';
import { initiationAnswer, methodAnswer, parsed } from '../core/answers.js';
import { hostileId } from './hostile/hostileId.js';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl-_';
const never = new AbortController().signal;
const rules = { allowPrivateHttp: false };
const ID = /^[A-Za-z0-9_-]{1,128}$/;

function link(url: string, kept?: unknown): unknown {
  try {
    return parsePaymentLink(url, kept);
  } catch (error) {
    if (!isPaymentError(error)) throw error;
    return error.code;
  }
}

describe('an id', () => {
  it('holds letters, digits, _ and - alone', () => {
    const property = fc.property(fc.oneof(hostileId, fc.anything()), (id) => {
      expect(isId(id)).toBe(typeof id === 'string' && ID.test(id) && !id.endsWith('\n'));
    });
    fc.assert(property, { examples: [['a\n'], ['a'.repeat(128)], ['a'.repeat(129)]] });
  });

  it('in a link is found as it is, or refused', () => {
    const property = fc.property(
      hostileId,
      hostileId,
      fc.constantFrom('?', '#'),
      (sessionId, linkId, mark) => {
        const names = new URLSearchParams({ sessionId, linkId }).toString();
        const expected = isId(sessionId) && isId(linkId) ? { sessionId, linkId } : 'link_malformed';
        expect(link(`https://shop.test/pay${mark}${names}`)).toEqual(expected);
      },
    );
    fc.assert(property);
  });

  it('kept by the page is believed no more than one in a link', () => {
    const property = fc.property(fc.anything(), (kept) => {
      const found = link('https://shop.test/pay', kept);
      if (typeof found === 'string') expect(found).toMatch(/^link_(missing|malformed)$/);
      else expect(Object.values(found as object).every((id) => isId(id) || id === jwt)).toBe(true);
    });
    fc.assert(property);
  });

  it('of a method comes back as it was, in the body alone, or its method is left out', async () => {
    const property = fc.asyncProperty(hostileId, async (id) => {
      const answer = { methods: [{ ...methodAnswer(), id, onInitiatePayment: null }] };
      const { value, warnings } = parsed(parsePaymentMethods, answer, rules);
      expect(value.map((method) => method.id)).toEqual(isId(id) ? [id] : []);
      expect(warnings).toHaveLength(isId(id) ? 0 : 1);
      if (!value[0]) return;
      const network = fakeFetch(json(initiationAnswer()));
      await apiWith(network.fetch).initiatePayment({ method: value[0], sessionId: 's-1' }, never);
      expect(network.sent[0]!.request.url).toBe(`${API}payment`);
      expect(JSON.parse(network.sent[0]!.body)).toEqual({ paymentMethodId: id, sessionId: 's-1' });
    });
    await fc.assert(property);
  });

  it('never leaves its place in a path', async () => {
    const well = fc.string({ unit: 'grapheme-ascii' });
    const property = fc.asyncProperty(fc.oneof(hostileId, well), async (sessionId) => {
      fc.pre(!/\p{Cs}|^\.{0,2}$/u.test(sessionId));
      const network = fakeFetch(json({}, 404));
      await apiWith(network.fetch)
        .getSession(sessionId, never)
        .catch(() => undefined);
      const { pathname, search, hash, origin } = new URL(network.sent[0]!.request.url);
      expect(origin).toBe(new URL(API).origin);
      expect(search + hash).toBe('');
      expect(decodeURIComponent(pathname)).toBe(`/checkout/v1/api/session/${sessionId}`);
      expect(pathname.split('/')).toHaveLength(6);
    });
    await fc.assert(property);
  });

  it('or a type that names a property of every object finds no handler', () => {
    const start = vi.fn<MethodHandler['start']>();
    const handlers = new Map([['CARD', { start }]]);
    const property = fc.property(hostileId, hostileId, (type, jsMethodHandler) => {
      const method = { id: 'a', name: 'A', type, jsMethodHandler, metadata: {} };
      const known = type === 'CARD' || jsMethodHandler === 'CARD';
      expect(handlerFor(method, handlers)?.start).toBe(known ? start : undefined);
    });
    fc.assert(property);
  });
});

describe('a page’s address', () => {
  const piece = fc.constantFrom(
    ...['sessionId=', 'linkId=', 'token=', 's', '&', '#', '?', '%', '%00', '=', '+', '/', '__proto__=', jwt],
    ...['lang=da', 'session%49d=s', '&&', '#/route', 'é', '<'],
  );
  const rest = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('holds a link, or one of two things is wrong with it', () => {
    const property = fc.property(rest, (text) => {
      const found = link(`https://shop.test/pay?${text}`);
      if (typeof found === 'string') expect(found).toMatch(/^link_(missing|malformed)$/);
      else
        expect(Object.keys(found as object)).toEqual([
          'sessionId',
          expect.stringMatching(/^(linkId|token)$/),
        ]);
    });
    fc.assert(property);
  });

  it('holds nothing of the link any more once it is taken out, and all else as it was', () => {
    const property = fc.property(rest, (text) => {
      const url = new URL(`https://shop.test/pay?${text}`);
      const { href } = stripLink(url);
      const holdsLink = [url.search, url.hash].some((part) =>
        new URLSearchParams(`&${part.slice(1)}`).has('sessionId'),
      );
      // Without a session, `token` is the page's own, and may well stand there twice.
      if (holdsLink) expect(link(href)).toBe('link_missing');
      else expect(href).toBe(url.href);
      expect(stripLink(new URL(href)).href).toBe(href);
    });
    fc.assert(property);
  });
});
