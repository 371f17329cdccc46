import { describe, expect, it } from 'vitest';
import { parseInitiation } from '../../src/core/parseInitiation.js';
import { toInitiation } from '../../src/core/toInitiation.js';
import { initiationAnswer } from './answers.js';

const read = (answer: object) => toInitiation(parseInitiation(answer));

describe('toInitiation', () => {
  it('reads where an app’s payment goes on in the browser, and what a form holds', () => {
    const more = { fallbackUrl: 'https://gateway.example', fields: { a: '1', b: '' } };
    expect(read({ ...initiationAnswer(), ...more })).toEqual({ ...initiationAnswer(), ...more });
  });

  it('leaves out of them what is of another kind, for a payment has been created', () => {
    const fields = JSON.parse('{ "a": "1", "n": 2, "o": {}, "__proto__": "x" }') as object;
    const { fields: kept, ...rest } = read({ ...initiationAnswer(), fallbackUrl: 5, fields });
    expect(rest).toEqual(initiationAnswer());
    expect(Object.entries(kept!)).toEqual([
      ['a', '1'],
      ['__proto__', 'x'],
    ]);
    expect(read({ ...initiationAnswer(), fields: [] })).toEqual(initiationAnswer());
  });
});
