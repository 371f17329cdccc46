import fc from 'fast-check';
import { hostileAmount } from './hostileMoney.js';
import { hostileText, noText } from './hostileText.js';
import { hostileUrl } from './hostileUrl.js';

type Node = Record<string, unknown>;

/** T5: keys that a careless copy would take for more than a key. */
const KEYS = ['__proto__', 'constructor', 'prototype', 'then', 'toString', 'toJSON', 'length', 'extra'];

/** One change of an answer, somewhere in it. */
export type Mutation = {
  readonly kind: 'delete' | 'retype' | 'duplicate' | 'insert';
  readonly at: number;
  readonly value: unknown;
  readonly key: string;
};

const odd = fc.oneof(
  { weight: 3, arbitrary: noText },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileUrl },
  { weight: 1, arbitrary: hostileAmount },
  { weight: 1, arbitrary: fc.constantFrom<unknown>([], {}, [[]], { polluted: true }, [{ polluted: true }]) },
);

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant('retype' as const) },
    { weight: 1, arbitrary: fc.constantFrom('delete', 'duplicate', 'insert') },
  ),
  at: fc.nat(),
  value: odd,
  key: fc.constantFrom(...KEYS),
});

/** Changes an answer as an API might that does not keep its contract. */
export function mutate(answer: object, { kind, at, value, key }: Mutation): void {
  const all = nodes(answer);
  const node = all[at % all.length]!;
  // A copy: a later mutation may strike inside it, and the next run must find it as it was.
  const changed: unknown = JSON.parse(JSON.stringify(value ?? null));
  const own = Object.keys(node);
  const name = own[at % Math.max(1, own.length)];
  if (kind === 'delete' && name) Reflect.deleteProperty(node, name);
  if (kind === 'retype' && name) define(node, name, changed);
  if (kind === 'duplicate' && Array.isArray(node)) node.push(node[0]);
  if (kind === 'insert' && !Array.isArray(node)) define(node, key, changed);
}

// As JSON has it: `__proto__` is a key like any other.
function define(node: Node, key: string, value: unknown): void {
  Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
}

// Every object and array of the answer, so that a mutation can strike at any depth.
function nodes(root: unknown): Node[] {
  if (typeof root !== 'object' || root === null) return [];
  return [root as Node, ...Object.values(root).flatMap(nodes)];
}
