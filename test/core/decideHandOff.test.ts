import { describe, expect, it } from 'vitest';
import { decideHandOff } from '../../src/core/decideHandOff.js';

const url = 'https://gateway.example/pay/1';

function initiation(type: string, to?: string): { paymentId: string; type: string; url?: string } {
  return { paymentId: 'p', type, ...(to !== undefined && { url: to }) };
}

describe('decideHandOff', () => {
  it('redirects to a URL that passes', () => {
    expect(decideHandOff(initiation('REDIRECT', url), {})).toStrictEqual({
      kind: 'redirect',
      url: new URL(url),
    });
  });

  it.each(['', 'redirect', 'form', '__proto__', 'toString'])(
    'redirects for the unknown type "%s", with a warning',
    (type) => {
      expect(decideHandOff(initiation(type, url), {})).toStrictEqual({
        kind: 'redirect',
        url: new URL(url),
        warning: expect.stringContaining('type') as string,
      });
    },
  );

  it.each(['javascript:alert(1)', '//evil', 'http://evil', 'https://a@evil', 'mobilepay://x'])(
    'refuses %s, whatever the type',
    (to) => {
      for (const type of ['REDIRECT', 'FORM']) {
        const handOff = decideHandOff(initiation(type, to), {});
        expect(handOff).toMatchObject({ kind: 'refused', error: { code: 'url_refused' } });
        expect(JSON.stringify(handOff)).not.toContain('evil');
      }
    },
  );

  it('posts a form, with what it is to hold', () => {
    const fields = { token: '1', submit: '2' };
    expect(decideHandOff({ ...initiation('FORM', url), fields }, {})).toStrictEqual({
      kind: 'form',
      url: new URL(url),
      fields,
    });
    expect(decideHandOff(initiation('FORM', url), {})).toMatchObject({ kind: 'form', fields: {} });
  });

  it('posts no form to an app', () => {
    const rules = { appSchemes: ['mobilepay'] };
    expect(decideHandOff(initiation('FORM', 'mobilepay://x'), rules).kind).toBe('refused');
  });

  it.each([
    ['the initiation', url, undefined],
    ['the method', undefined, url],
    ['the initiation before the method', url, 'https://other.example'],
  ])('knows the way in the browser beside an app from %s', (_, fallbackUrl, webUrl) => {
    const given = { ...initiation('REDIRECT', 'mobilepay://x'), ...(fallbackUrl && { fallbackUrl }) };
    expect(decideHandOff(given, { appSchemes: ['mobilepay'] }, webUrl)).toStrictEqual({
      kind: 'redirect',
      url: new URL('mobilepay://x'),
      fallbackUrl: new URL(url),
    });
  });

  it.each([
    ['mobilepay://x', 'vipps://x'],
    ['mobilepay://x', 'javascript:alert(1)'],
    ['mobilepay://x', 'https://other.example'],
    [url, url],
  ])('for %s has no way by %s', (to, fallbackUrl) => {
    const rules = { appSchemes: ['mobilepay', 'vipps'], hosts: ['gateway.example'] };
    const handOff = decideHandOff({ ...initiation('REDIRECT', to), fallbackUrl }, rules);
    expect(handOff).toStrictEqual({ kind: 'redirect', url: new URL(to) });
  });

  it('knows an app’s address from a page’s by the whole scheme', () => {
    const rules = { allowPrivateHttp: true, appSchemes: ['xhttps'] };
    const local = 'http://127.0.0.1:4171/pay';
    const beside = (to: string) => decideHandOff({ ...initiation('REDIRECT', to), fallbackUrl: url }, rules);
    expect(beside(local)).toStrictEqual({ kind: 'redirect', url: new URL(local) });
    expect(beside('xhttps://x')).toMatchObject({ fallbackUrl: new URL(url) });
  });

  it('follows the rules it is given', () => {
    const rules = { hosts: ['gateway.example'], appSchemes: ['mobilepay'] };
    expect(decideHandOff(initiation('REDIRECT', url), rules).kind).toBe('redirect');
    expect(decideHandOff(initiation('REDIRECT', 'mobilepay://x'), rules).kind).toBe('redirect');
    expect(decideHandOff(initiation('REDIRECT', 'https://other.example'), rules).kind).toBe('refused');
  });

  it.each([
    ['REDIRECT', undefined],
    ['REDIRECT', ''],
    ['FORM', undefined],
  ])('has nowhere to go for %s to %j', (type, to) => {
    expect(decideHandOff(initiation(type, to), {})).toMatchObject({
      kind: 'refused',
      error: { code: 'hand_off_unsupported' },
    });
  });
});
