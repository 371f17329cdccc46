import type { Fault } from './fault.js';

type Drift = Extract<Fault, { kind: 'drift' }>;
type Parent = Record<string, unknown>;

/**
 * Changes a JSON text at one place, as an API does that moves on without its page.
 *
 * @param text - JSON; anything else comes back as it is.
 * @param drift - `path` such as `session.order.amount.value` or `paymentMethods.0.id`; a place that is not there is left alone
 *   by every `op` but `set`. `duplicate` repeats an entry of a list.
 */
export function driftJson(text: string, { path, op, value }: Pick<Drift, 'path' | 'op' | 'value'>): string {
  const body = parse(text);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce<unknown>((node, name) => (node as Parent | undefined)?.[name], body);
  if (typeof parent !== 'object' || parent === null || !(op === 'set' || Object.hasOwn(parent, last)))
    return text;
  change(parent as Parent, last, op, value);
  return JSON.stringify(body);
}

function change(parent: Parent, name: string, op: Drift['op'], value: unknown): void {
  switch (op) {
    case 'delete':
      if (Array.isArray(parent)) parent.splice(Number(name), 1);
      else Reflect.deleteProperty(parent, name);
      return;
    case 'duplicate':
      if (Array.isArray(parent)) parent.splice(Number(name), 0, structuredClone(parent[Number(name)]));
      return;
    case 'null':
      parent[name] = null;
      return;
    case 'retype':
      parent[name] = retype(parent[name]);
      return;
    case 'set':
      parent[name] = value;
  }
}

function retype(value: unknown): unknown {
  if (Array.isArray(value)) return {};
  if (typeof value === 'object') return [];
  return typeof value === 'string' ? value.length : JSON.stringify(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
