import { afterEach, describe, expect, it, vi } from 'vitest';
import { messages as danish } from '../../src/i18n/lang/da.js';
import { firstEnglish, furtherEnglish, payEnglish } from '../../src/i18n/messages.js';

afterEach(() => {
  vi.doUnmock('../../src/i18n/lang/da.js');
  vi.resetModules();
});

async function textsFor(wanted: readonly unknown[], overrides?: object) {
  const { createTexts } = await import('../../src/i18n/createTexts.js');
  const onChange = vi.fn();
  const { now: texts, add } = createTexts(wanted, overrides, onChange);
  return { texts, add, onChange };
}

describe('the payer’s language', () => {
  it('is English at once and Danish as soon as that is there', async () => {
    const { texts, onChange } = await textsFor(['da-DK']);
    expect(texts()).toMatchObject({ lang: 'en', dir: 'ltr', locale: 'da-DK', messages: firstEnglish });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
    expect(texts()).toMatchObject({ lang: 'da', dir: 'ltr', locale: 'da-DK', messages: danish });
  });

  it.each([
    [['da-DK'], 'da'],
    [['da'], 'da'],
    [['da_DK'], 'da'],
    [['DA-dk'], 'da'],
    [[undefined, '', 'da'], 'da'],
    [['xx', 'da'], 'da'],
    [['en-GB', 'da'], 'en'],
    [['no'], 'no'],
    [['nb'], 'no'],
    [['nn-NO'], 'no'],
    // Who reads the traditional script reads the simplified one sooner than English.
    [['zh-Hans-CN'], 'zh'],
    [['zh-Hant-TW', 'zh-Hant', 'en'], 'zh'],
    [['zh-HK'], 'zh'],
  ] as [unknown[], string][])('of %j is %s', async (wanted, lang) => {
    const { texts } = await textsFor(wanted);
    await vi.waitFor(() => expect(texts().lang).toBe(lang));
  });

  it.each([[['xx']], [['i-klingon']], [['../../x']], [['__proto__']], [[null, 42, {}]], [[]]])(
    'of %j is English where nothing better is there, and nothing is loaded',
    async (wanted) => {
      const { texts, onChange } = await textsFor(wanted);
      expect(texts()).toMatchObject({ lang: 'en', messages: firstEnglish });
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect(onChange).not.toHaveBeenCalled();
    },
  );

  it('keeps the region, which decides how amounts are written', async () => {
    expect((await textsFor(['en-GB'])).texts().locale).toBe('en-GB');
    expect((await textsFor(['zh-Hant-TW'])).texts().locale).toBe('zh-Hant-TW');
  });

  it('stays English where its file does not come', async () => {
    vi.doMock('../../src/i18n/lang/da.js', () => {
      throw new Error('404');
    });
    const { texts, onChange } = await textsFor(['da-DK']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(texts()).toMatchObject({ lang: 'en', messages: firstEnglish });
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('the merchant’s own words', () => {
  it('win in every language', async () => {
    const { texts, onChange } = await textsFor(['da'], { payTo: 'To' });
    expect(texts().messages).toEqual({ ...firstEnglish, payTo: 'To' });
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
    expect(texts().messages).toEqual({ ...danish, payTo: 'To' });
  });
});

describe('what English says of paying', () => {
  it('comes later, and makes it whole; the merchant’s own words stay', async () => {
    const { texts, add } = await textsFor(['en'], { cancelled: 'Stopped' });
    expect(texts().messages.welcomeBack).toBeUndefined();
    expect(texts().messages.cancelled).toBe('Stopped');
    add(payEnglish);
    expect(texts().messages).toEqual({ ...firstEnglish, ...payEnglish, cancelled: 'Stopped' });
    add({ ...payEnglish, ...furtherEnglish });
    expect(texts().messages).toEqual({
      ...firstEnglish,
      ...payEnglish,
      ...furtherEnglish,
      cancelled: 'Stopped',
    });
  });

  it('does not come between the texts of another language', async () => {
    const { texts, add, onChange } = await textsFor(['da']);
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
    add(payEnglish);
    expect(texts().messages).toEqual(danish);
  });

  it('says no word twice', () => {
    expect(Object.keys(payEnglish).filter((key) => key in firstEnglish)).toEqual([]);
  });
});
