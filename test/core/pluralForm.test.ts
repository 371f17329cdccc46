import { describe, expect, it } from 'vitest';
import { pluralForm } from '../../src/core/pluralForm.js';
import { english } from '../../src/i18n/messages.js';

const everyForm = {
  ...english,
  orderLineCountZero: 'zero',
  orderLineCountOne: 'one',
  orderLineCountTwo: 'two',
  orderLineCountFew: 'few',
  orderLineCountMany: 'many',
  orderLineCountOther: 'other',
};

describe('the form for a number of lines', () => {
  it.each([
    ['en', 0, 'other'],
    ['en', 1, 'one'],
    ['en', 21, 'other'],
    ['ja', 1, 'other'],
    ['pl', 3, 'few'],
    ['pl', 5, 'many'],
    ['ru', 21, 'one'],
    ['sl', 102, 'two'],
    ['ar', 0, 'zero'],
    ['ar', 2, 'two'],
    ['ar', 11, 'many'],
    ['ar', 100, 'other'],
  ])('in %s for %i is %s', (lang, count, form) => {
    expect(pluralForm(everyForm, lang, count)).toBe(form);
  });

  it('is Other where the texts have none for the category', () => {
    expect(pluralForm(english, 'pl', 3)).toBe('{count} items');
    expect(pluralForm(english, 'ar', 0)).toBe('{count} items');
  });
});
