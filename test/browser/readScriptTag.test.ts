import { expect, it } from 'vitest';
import { readAttributes } from '../../src/browser/readScriptTag.js';

it.each([
  ['', true],
  ['true', true],
  ['false', false],
])('reads the flag "%s"', (text, flag) => {
  expect(readAttributes({ payOnPhone: text })).toEqual({ payOnPhone: flag });
});
