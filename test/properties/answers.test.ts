import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseActivation } from '../../src/core/parseActivation.js';
import { parseInitiation } from '../../src/core/parseInitiation.js';
import { isPaymentError } from '../../src/errors.js';
import { apiWith, fakeFetch } from '../api/fakeFetch.js';
import { activationAnswer, initiationAnswer, methodAnswer, parsed, sessionAnswer } from '../core/answers.js';
import { mutate, mutation } from './hostile/mutation.js';

const rules = { allowPrivateHttp: true };
const link = { sessionId: '5b8c9f1e-0000-4000-8000-000000000001', linkId: 'Zk3vY0tq8mQeR2LhXw7bNA' };
const never = new AbortController().signal;
const mutations = fc.array(mutation, { minLength: 1, maxLength: 5 });

/** Runs with a look at what no answer may touch. */
async function unpolluted(run: () => unknown): Promise<void> {
  const keysOf = (): PropertyKey[] => [Object.prototype, Array.prototype].flatMap(Reflect.ownKeys);
  const before = keysOf();
  await run();
  expect(keysOf()).toEqual(before);
  expect('polluted' in {}).toBe(false);
}

async function endsWell(parse: () => unknown, codes = /^response_invalid$/): Promise<void> {
  await unpolluted(async () => {
    try {
      expect(await parse()).toBeTypeOf('object');
    } catch (error) {
      if (!isPaymentError(error)) throw error;
      expect(error.code).toMatch(codes);
    }
  });
}

/** As an answer arrives: by text, so that `__proto__` is a key of its own. */
function overTheWire(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer));
}

describe('any answer', () => {
  it('made by changing a valid one ends in a value or in response_invalid', async () => {
    const property = fc.asyncProperty(mutations, async (changes) => {
      const activation = activationAnswer();
      const initiation = initiationAnswer();
      for (const change of changes) {
        mutate(activation, change);
        mutate(initiation, change);
      }
      await endsWell(() => parsed(parseActivation, overTheWire(activation), rules));
      await endsWell(() => parseInitiation(overTheWire(initiation)));
    });
    await fc.assert(property);
  });

  it('of any JSON at all ends so', async () => {
    const property = fc.asyncProperty(fc.jsonValue(), async (raw) => {
      await endsWell(() => parsed(parseActivation, raw, rules));
      await endsWell(() => parseInitiation(raw));
    });
    await fc.assert(property);
  });

  it('nested ten thousand deep ends so', async () => {
    const deep: unknown = JSON.parse(
      '['.repeat(5_000) + '{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000) + ']'.repeat(5_000),
    );
    await endsWell(() => parsed(parseActivation, { ...activationAnswer(), paymentMethods: deep }, rules));
    await endsWell(() => parsed(parseActivation, { ...activationAnswer(), session: deep }, rules));
    await endsWell(() => parseInitiation(deep));
  });

  it('sends a mutation through as well as turning it down', () => {
    // Guards the properties above against an answer that is broken before it is changed.
    expect(() => parsed(parseActivation, activationAnswer(), rules)).not.toThrow();
    expect(() => parseInitiation(initiationAnswer())).not.toThrow();
  });
});

describe('a method of the API', () => {
  it('that is broken does not take the others with it', () => {
    const property = fc.property(mutations, (changes) => {
      const broken = { ...methodAnswer(), id: 'broken' };
      for (const change of changes) mutate(broken, change);
      const answer = { ...activationAnswer(), paymentMethods: { methods: [broken, methodAnswer()] } };
      const { value } = parsed(parseActivation, overTheWire(answer), rules);
      expect(value.paymentMethods.map(({ id }) => id)).toContain('card-1');
    });
    fc.assert(property);
  });
});

// What the API sends stands behind the network: a body is any bytes, and a status any number.
describe('any body', () => {
  const valid = JSON.stringify(sessionAnswer());
  const bytes = fc.oneof(
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 2, arbitrary: fc.json().map((text) => new TextEncoder().encode(text)) },
    // One that begins well: cut off, or with one byte changed.
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.nat({ max: valid.length }), fc.nat({ max: 255 }), fc.boolean())
        .map(([at, byte, cut]) => {
          const whole = new TextEncoder().encode(valid);
          if (cut) return whole.slice(0, at);
          whole[at] = byte;
          return whole;
        }),
    },
  );
  // Those that are asked again would be waited for.
  const status = fc.constantFrom(
    200,
    200,
    200,
    201,
    203,
    400,
    401,
    403,
    404,
    409,
    410,
    418,
    422,
    451,
    501,
    599,
  );

  it('of a load ends in an order or in a typed error, at once', async () => {
    const property = fc.asyncProperty(bytes, status, async (body, code) => {
      const network = fakeFetch(() => new Response(body, { status: code }));
      const api = apiWith(network.fetch);
      await endsWell(() => api.getSession(link.sessionId, never), /^[a-z_]+$/);
      await endsWell(() => api.activateLink(link, never), /^[a-z_]+$/);
      expect(network.sent).toHaveLength(2);
    });
    await fc.assert(property);
  });

  it('of a payment ends in one, in a refusal, or in the word that nobody knows', async () => {
    const method = parsed(parseActivation, activationAnswer(), rules).value.paymentMethods[0]!;
    const property = fc.asyncProperty(bytes, status, async (body, code) => {
      const network = fakeFetch(() => new Response(body, { status: code }));
      const api = apiWith(network.fetch, { apiHosts: ['checkout.example'] });
      const mayBePaid = code < 400 || code > 499;
      const codes = mayBePaid ? /^outcome_unclear$/ : /^[a-z_]+$/;
      await endsWell(() => api.initiatePayment({ method, ...link }, never), codes);
      expect(network.sent).toHaveLength(1);
    });
    await fc.assert(property);
  });
});
