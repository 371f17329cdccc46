import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseActivation } from '../../src/core/parseActivation.js';
import { parseInitiation } from '../../src/core/parseInitiation.js';
import { isPaymentError } from '../../src/errors.js';
import { activationAnswer, initiationAnswer, parsed } from './answers.js';

type Node = Record<string, unknown>;

const rules = { allowPrivateHttp: true };
const odds = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, -1, 1e308, '', '12.50', 'javascript:alert(1)', [], {}, [
    [],
  ]),
  fc.jsonValue({ maxDepth: 3 }),
);
const keys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'then', 'toString', 'length', 'extra');
const kinds = fc.constantFrom('delete', 'retype', 'duplicate', 'insert');
const mutation = fc.record({ kind: kinds, at: fc.nat(), value: odds, key: keys });

// Every object and array of the answer, so that a mutation can strike at any depth.
function nodes(root: unknown): Node[] {
  if (typeof root !== 'object' || root === null) return [];
  return [root as Node, ...Object.values(root).flatMap(nodes)];
}

function mutate(
  answer: Node,
  { kind, at, value, key }: { kind: string; at: number; value: unknown; key: string },
): void {
  const all = nodes(answer);
  const node = all[at % all.length] ?? answer;
  // A copy: a later mutation may strike inside it, and the next run must find it as it was.
  const odd: unknown = structuredClone(value);
  const own = Object.keys(node);
  const name = own[at % Math.max(1, own.length)];
  if (kind === 'delete' && name) Reflect.deleteProperty(node, name);
  if (kind === 'retype' && name) node[name] = odd;
  if (kind === 'duplicate' && Array.isArray(node)) node.push(node[0]);
  if (kind === 'insert' && !Array.isArray(node))
    Object.defineProperty(node, key, { value: odd, enumerable: true, configurable: true, writable: true });
}

function endsWell(parse: () => unknown): void {
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  try {
    expect(parse()).toBeTypeOf('object');
  } catch (error) {
    if (!isPaymentError(error)) throw error;
    expect(error.code).toBe('response_invalid');
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
  expect('polluted' in {}).toBe(false);
}

describe('any answer', () => {
  it('made by changing a valid one ends in a value or in response_invalid', () => {
    const property = fc.property(fc.array(mutation, { minLength: 1, maxLength: 5 }), (mutations) => {
      const activation = activationAnswer();
      const initiation = initiationAnswer();
      for (const one of mutations) {
        mutate(activation, one);
        mutate(initiation, one);
      }
      endsWell(() => parsed(parseActivation, activation, rules));
      endsWell(() => parseInitiation(initiation));
    });
    fc.assert(property, { numRuns: 1_000 });
  });

  it('of any JSON at all ends so', () => {
    const property = fc.property(fc.jsonValue(), (raw) => {
      endsWell(() => parsed(parseActivation, raw, rules));
      endsWell(() => parseInitiation(raw));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('nested ten thousand deep ends so', () => {
    const deep: unknown = JSON.parse(
      '['.repeat(5_000) + '{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000) + ']'.repeat(5_000),
    );
    endsWell(() => parsed(parseActivation, { ...activationAnswer(), paymentMethods: deep }, rules));
    endsWell(() => parsed(parseActivation, { ...activationAnswer(), session: deep }, rules));
    endsWell(() => parseInitiation(deep));
  });

  it('sends a mutation through as well as turning it down', () => {
    // Guards the properties above against an answer that is broken before it is changed.
    expect(() => parsed(parseActivation, activationAnswer(), rules)).not.toThrow();
    expect(() => parseInitiation(initiationAnswer())).not.toThrow();
  });
});
