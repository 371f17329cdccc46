import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideHandOff } from '../../src/core/decideHandOff.js';
import { guardUrl, isPrivateHost, type UrlRules } from '../../src/core/guardUrl.js';
import { hostileUrl } from './hostile/hostileUrl.js';

const HOSTS = ['good', 'good:8443', 'localhost', 'localhost:80', '127.0.0.1', '[::1]', '10.0.0.1'];

const rules: fc.Arbitrary<UrlRules> = fc.record(
  {
    hosts: fc.constantFrom<readonly string[]>(HOSTS, [], ['GOOD']),
    appSchemes: fc.constantFrom<readonly string[]>(['vipps'], ['Vipps', 'javascript', 'data', 'https'], []),
    allowPrivateHttp: fc.boolean(),
  },
  { requiredKeys: [] },
);

// Written anew from what the payer is promised, not from the guard.
function isPromised(url: URL, { hosts, appSchemes = [], allowPrivateHttp }: UrlRules): boolean {
  const isListed = !hosts || hosts.some((host) => host.toLowerCase() === url.host);
  if (url.protocol === 'https:') return isListed;
  if (url.protocol === 'http:') return isListed && allowPrivateHttp === true && isPrivateHost(url.hostname);
  return url.protocol === 'vipps:' && appSchemes.some((scheme) => scheme.toLowerCase() === 'vipps');
}

describe('a URL from outside', () => {
  it('passes only as what was promised, and unchanged a second time', () => {
    const property = fc.property(hostileUrl, rules, (raw, given) => {
      const url = guardUrl(raw, given);
      if (!url) return;
      expect(isPromised(url, given)).toBe(true);
      expect(url.username + url.password).toBe('');
      expect(Math.max(url.href.length, raw.length)).toBeLessThanOrEqual(2_048);
      expect(guardUrl(url.href, given)?.href).toBe(url.href);
    });
    fc.assert(property, {
      examples: [
        ['https:good', {}],
        ['https://evil\\@good', { hosts: ['good'] }],
        ['https://good@evil', { hosts: ['good'] }],
        ['HTTPS://GOOD:443/x', { hosts: ['good'] }],
      ],
    });
  });

  it('means the same to whoever reads it, with the page’s address before it or without', () => {
    const property = fc.property(hostileUrl, rules, (raw, given) => {
      const url = guardUrl(raw, given);
      if (!url) return;
      expect(new URL(raw, 'https://shop.example/pay?a=b#c').href).toBe(url.href);
      expect(raw).not.toMatch(/[\0-\x20\x7f\\]/);
    });
    fc.assert(property);
  });

  it('passes where it is a plain https address of a listed host', () => {
    const address = fc.webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true });
    const property = fc.property(address, (raw) => {
      const { href, host } = new URL(raw);
      expect(guardUrl(raw, { hosts: [host] })?.href).toBe(href);
      expect(guardUrl(raw, { hosts: [`not-${host}`] })).toBeUndefined();
    });
    fc.assert(property);
  });

  it('is no URL at all where it is no text', () => {
    const property = fc.property(fc.anything(), (raw) => {
      fc.pre(typeof raw !== 'string');
      expect(guardUrl(raw)).toBeUndefined();
    });
    fc.assert(property);
  });

  it('of a started payment is gone to only as the guard gave it', () => {
    const property = fc.property(hostileUrl, fc.string(), rules, (url, type, given) => {
      const handOff = decideHandOff({ paymentId: 'p', type, url }, given);
      if (handOff.kind !== 'refused') expect(handOff.url.href).toBe(guardUrl(url, given)?.href);
      else expect(handOff.error.code).toBe(url ? 'url_refused' : 'hand_off_unsupported');
    });
    fc.assert(property);
  });
});
