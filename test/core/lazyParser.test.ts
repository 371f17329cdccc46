import * as z from 'zod/mini';
import { describe, expect, it, vi } from 'vitest';
import { buildParsers, lazyParser } from '../../src/core/lazyParser.js';

describe('lazyParser', () => {
  it('builds its schema once, and not before it is needed', () => {
    const build = vi.fn(() => z.object({ a: z.number() }));
    const parse = lazyParser(build);
    expect(build).not.toHaveBeenCalled();
    expect([parse({ a: 1, b: 2 }), parse({ a: 3 })]).toEqual([{ a: 1 }, { a: 3 }]);
    expect(build).toHaveBeenCalledTimes(1);
  });

  it('builds all that are not built when told to, each once', () => {
    const build = vi.fn(() => z.object({ a: z.number() }));
    const parse = lazyParser(build);
    buildParsers();
    buildParsers();
    expect(build).toHaveBeenCalledTimes(1);
    expect(parse({ a: 1 })).toEqual({ a: 1 });
    expect(build).toHaveBeenCalledTimes(1);
  });

  it('names the first wrong field, and not its value', () => {
    const parse = lazyParser(() => z.object({ list: z.array(z.object({ a: z.number(), b: z.string() })) }));
    const attempt = (): unknown =>
      parse({
        list: [
          { a: 1, b: '' },
          { a: 'secret', b: 5 },
        ],
      });
    expect(attempt).toThrow(expect.objectContaining({ code: 'response_invalid', reason: 'list.1.a' }));
    expect(attempt).not.toThrow(/secret/);
    expect(() => parse('text')).toThrow(expect.objectContaining({ reason: 'body' }));
  });
});
