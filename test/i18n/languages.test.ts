// @vitest-environment node
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/languages.js';
import { english } from '../../src/i18n/messages.js';

const folder = fileURLToPath(new URL('../../src/i18n/lang/', import.meta.url));
const files = readdirSync(folder).map((file) => file.replace('.ts', ''));
const placesIn = (message: string): string[] =>
  [...message.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(files)('the language file %s', async (lang) => {
  const { messages } = (await import(`../../src/i18n/lang/${lang}.ts`)) as {
    messages: Record<string, string>;
  };

  it('says all that English says, and nothing else', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(english))('has in %s the places of English', (key, text) => {
    expect(placesIn(messages[key] ?? '')).toEqual(placesIn(text));
  });

  it('leaves nothing empty, and holds no markup', () => {
    for (const text of Object.values(messages)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[<>&]/);
    }
  });

  it('is no copy of English', () => {
    const same = Object.entries(english).filter(([key, text]) => messages[key] === text);
    expect(same.length).toBeLessThan(5);
  });
});

describe('English', () => {
  it('has a help for what it has a heading for', () => {
    const helps = Object.keys(english).filter((key) => key.endsWith('Help'));
    expect(helps.length).toBeGreaterThan(20);
    for (const help of helps) expect(Object.keys(english)).toContain(help.replace(/Help$/, ''));
  });
});

describe('the list of languages', () => {
  it('names every file, and no other', async () => {
    expect([...languages.keys()].sort()).toEqual([...files].sort());
    for (const [lang, load] of languages)
      expect(await load()).toEqual(await import(`../../src/i18n/lang/${lang}.ts`));
  });
});
