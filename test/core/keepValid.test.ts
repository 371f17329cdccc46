import { describe, expect, it, vi } from 'vitest';
import { keepValid } from '../../src/core/keepValid.js';
import { invalidResponse } from '../../src/core/lazyParser.js';

function parseEven(part: unknown): number {
  if (typeof part === 'number' && part % 2 === 0) return part;
  throw invalidResponse('number');
}

describe('keepValid', () => {
  it('keeps what parses and warns of what does not', () => {
    const warn = vi.fn();
    expect(keepValid([2, 3, 4], 'number', parseEven, warn)).toEqual([2, 4]);
    expect(warn.mock.calls).toEqual([['Left out: number 1, wrong at number']]);
  });

  it('does not hide a mistake of its own side', () => {
    const failing = (): never => {
      throw new TypeError('mistake');
    };
    expect(() => keepValid([1], 'number', failing, vi.fn())).toThrow(TypeError);
  });

  it.each([undefined, null, 'text', {}, { length: 2 }])('takes %j to be empty', (raw) => {
    const warn = vi.fn();
    expect(keepValid(raw, 'number', parseEven, warn)).toEqual([]);
    expect(warn).not.toHaveBeenCalled();
  });
});
