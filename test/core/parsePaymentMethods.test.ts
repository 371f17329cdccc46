import { describe, expect, it } from 'vitest';
import { parsePaymentMethods } from '../../src/core/parsePaymentMethods.js';
import type { PaymentMethod } from '../../src/core/session.js';
import { methodAnswer, parsed, withField } from './answers.js';

const rules = { allowPrivateHttp: false };

function parseWith(path: string, value: unknown): { value: readonly PaymentMethod[]; warnings: string[] } {
  return parsed(parsePaymentMethods, { methods: [withField(methodAnswer(), path, value)] }, rules);
}

describe('parsePaymentMethods', () => {
  it('reads a method, and nothing it does not know', () => {
    const method = { ...methodAnswer(), secret: 'x', deep: { er: [{}] } };
    const { value, warnings } = parsed(parsePaymentMethods, { methods: [method], more: 1 }, rules);
    expect(warnings).toEqual([]);
    expect(value).toEqual([{ ...methodAnswer(), logoUrl: new URL('https://checkout.example/card.svg') }]);
  });

  it('reads the bare list as well', () => {
    expect(parsed(parsePaymentMethods, [methodAnswer()], rules)).toEqual(
      parsed(parsePaymentMethods, { methods: [methodAnswer()] }, rules),
    );
  });

  it('needs no more than id and type', () => {
    const { value } = parsed(parsePaymentMethods, { methods: [{ id: 'a', type: 'NEW_TYPE' }] }, rules);
    expect(value).toEqual([{ id: 'a', type: 'NEW_TYPE', name: '', metadata: {} }]);
  });

  it('keeps the API’s order', () => {
    const ids = ['b', 'a', 'c'];
    const methods = ids.map((id) => ({ ...methodAnswer(), id }));
    expect(parsed(parsePaymentMethods, { methods }, rules).value.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ...['id', 'type'].flatMap((path) => [undefined, null, 5, [], {}].map((value) => [path, value] as const)),
    ...['', '..', 'a/b', 'a b', 'a?', 'a#', 'a%', 'a\n', '\u0000', 'x'.repeat(129)].map(
      (id) => ['id', id] as const,
    ),
    ...['name', 'description', 'display', 'jsMethodHandler'].map((path) => [path, 5] as const),
    ...['onInitiatePayment', 'onRenderCheck'].flatMap((path) =>
      ['https://x', {}, { type: 'URL' }, { type: 'URL', value: 5 }, []].map(
        (value) => [path, value] as const,
      ),
    ),
  ])('leaves out a method whose %s is %j, with a warning that says where', (path, value) => {
    const { value: methods, warnings } = parseWith(path, value);
    expect(methods).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(new RegExp(`payment method 0.*${path}`))]);
  });

  it('does not take the list down with a broken method', () => {
    const methods = [null, methodAnswer(), 'x', [], { ...methodAnswer(), id: 'other' }];
    const { value, warnings } = parsed(parsePaymentMethods, { methods }, rules);
    expect(value.map(({ id }) => id)).toEqual(['card-1', 'other']);
    expect(warnings).toHaveLength(3);
  });

  it.each(['description', 'display', 'logoUrl', 'onInitiatePayment', 'onRenderCheck', 'jsMethodHandler'])(
    'takes %s being null as absent',
    (path) => {
      const { value, warnings } = parseWith(path, null);
      expect(value).toHaveLength(1);
      expect(value[0]?.[path as 'name']).toBeUndefined();
      expect(warnings).toEqual([]);
    },
  );

  it('keeps the first of two with one id, with a warning', () => {
    const { value, warnings } = parsed(
      parsePaymentMethods,
      { methods: [methodAnswer(), { ...methodAnswer(), name: 'Impostor' }] },
      rules,
    );
    expect(value.map(({ name }) => name)).toEqual(['Card']);
    expect(warnings).toEqual([expect.stringMatching(/payment method 1.*twice/)]);
  });

  it('keeps the first 1,000 of 100,000, with one warning', () => {
    const methods = Array.from({ length: 100_000 }, (_, index) => ({ id: `m${index}`, type: 'CARD' }));
    const { value, warnings } = parsed(parsePaymentMethods, { methods }, rules);
    expect(value).toHaveLength(1_000);
    expect(value[999]?.id).toBe('m999');
    expect(warnings).toEqual([expect.stringContaining('100000')]);
  });

  it('does not warn of exactly 1,000', () => {
    const methods = Array.from({ length: 1_000 }, (_, index) => ({ id: `m${index}`, type: 'CARD' }));
    expect(parsed(parsePaymentMethods, { methods }, rules).warnings).toEqual([]);
  });

  it('gives an empty list for an empty list', () => {
    expect(parsed(parsePaymentMethods, { methods: [] }, rules)).toEqual({ value: [], warnings: [] });
  });

  it.each([undefined, null, '', 'text', 5, {}, { methods: null }, { methods: {} }, { methods: 'x' }])(
    'refuses the body %j',
    (raw) => {
      expect(() => parsed(parsePaymentMethods, raw, rules)).toThrow(
        expect.objectContaining({ code: 'response_invalid', reason: 'methods' }),
      );
    },
  );

  it('makes every text fit for display', () => {
    expect(parseWith('name', `\u202e${'n'.repeat(101)}`).value[0]?.name).toBe(`${'n'.repeat(99)}…`);
    expect(parseWith('description', 'd'.repeat(201)).value[0]?.description).toBe(`${'d'.repeat(199)}…`);
    expect(parseWith('name', ' \u200b ').value[0]?.name).toBe('');
    expect(parseWith('description', ' \n').value[0]?.description).toBeUndefined();
  });

  it.each([
    'javascript:alert(1)',
    '//evil/x',
    'http://evil/x',
    'http://10.0.0.1/x',
    'data:image/png,x',
    '',
    5,
    {},
  ])('shows the name alone for the logo %j', (logoUrl) => {
    const { value, warnings } = parseWith('logoUrl', logoUrl);
    expect(value).toHaveLength(1);
    expect(value[0]?.logoUrl).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('takes a logo by plain http from a private address where that is allowed', () => {
    const methods = [withField(methodAnswer(), 'logoUrl', 'http://127.0.0.1:4171/x')];
    const [method] = parsed(parsePaymentMethods, { methods }, { allowPrivateHttp: true }).value;
    expect(method?.logoUrl?.href).toBe('http://127.0.0.1:4171/x');
  });

  describe('metadata', () => {
    it.each([null, undefined, 'text', 5, [5], {}, { a: 5, b: {}, c: null }])(
      'takes %j to be empty',
      (metadata) => {
        const [method] = parseWith('metadata', metadata).value;
        expect(Object.keys(method?.metadata ?? { absent: true }).filter((key) => !/^\d$/.test(key))).toEqual(
          [],
        );
      },
    );

    it('keeps hostile keys harmless', () => {
      const text =
        '{"__proto__":"a","constructor":"b","then":"c","toString":"d","hasOwnProperty":"e","length":"f"}';
      const metadata = parseWith('metadata', JSON.parse(text)).value[0]?.metadata ?? {};
      expect(Object.getPrototypeOf(metadata)).toBeNull();
      expect(JSON.stringify(metadata)).toBe(text);
    });
  });

  it('changes no prototype, whatever keys come', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const text =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"a","type":"__proto__"}';
    const [method] = parsed(
      parsePaymentMethods,
      JSON.parse(`{"methods":[${text}],"__proto__":{"polluted":1}}`),
      rules,
    ).value;
    expect(method).toEqual({ id: 'a', type: '__proto__', name: '', metadata: {} });
    expect(Object.getPrototypeOf(method)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('does not mind a page that put an enumerable key on every object', () => {
    const everywhere = { value: 'x', enumerable: true, configurable: true, writable: true };
    Object.defineProperty(Object.prototype, 'everywhere', everywhere);
    const [method] = parsed(parsePaymentMethods, [methodAnswer()], rules).value;
    Reflect.deleteProperty(Object.prototype, 'everywhere');
    expect(Object.keys(method ?? {}).sort()).toEqual(Object.keys(methodAnswer()).sort());
    expect(Object.keys(method?.metadata ?? {})).toEqual(['brand']);
  });
});
