import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, onTestFinished } from 'vitest';
import { currencyDigits, toDecimal } from '../../src/core/money.js';
import type { Money } from '../../src/core/session.js';
import { it } from './support/engineTest.js';
import { startServer } from './support/startServer.js';
import { strictPolicy } from './support/strictPolicy.js';

// Between them: every way to group, every decimal mark, digits that are not ours, and both ways to write.
const LOCALES = ['en', 'en-IN', 'da', 'de-CH', 'fr', 'sv', 'pl', 'he', 'ar-EG', 'fa', 'ja', 'tr'];
/** Minor units: nothing, the least, a carry, every group, and more than 2^31. */
const AMOUNTS = [0, 1, 5, 99, 100, 123_456, 100_000_000, 123_456_789_012];
// Node's list, and what its data may not have yet.
const CURRENCIES = [...new Set([...Intl.supportedValuesOf('currency'), 'CLF', 'UYW', 'UYI', 'XPF', 'ZWG'])];

const PAGE_SCRIPT = `
  import { formatMoney } from './src/core/money.js';
  globalThis.formatAll = (locales, moneys) =>
    locales.map((locale) => {
      const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal').value;
      return { decimal, texts: moneys.map((money) => formatMoney(money, locale)) };
    });`;

type Formatted = readonly { readonly decimal: string; readonly texts: readonly string[] }[];

const bundle = (): string =>
  buildSync({
    stdin: {
      contents: PAGE_SCRIPT,
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    write: false,
  }).outputFiles[0]!.text;

/** A plain decimal again: from the first digit to the last, in ASCII, without what groups. */
function readBack(text: string, decimal: string): string {
  const ascii = text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  const [figures = ''] = /\d(?:.*\d)?/s.exec(ascii) ?? [];
  const [whole = '', fraction] = figures.split(decimal);
  return whole.replace(/\D/g, '') + (fraction === undefined ? '' : `.${fraction}`);
}

/** Every block of ten digits begins at its zero. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0)!;
  const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6];
  return point - zeros.filter((zero) => zero <= point).at(-1)!;
}

it('is written to the last minor unit: every currency, 12 locales, 8 amounts', async ({ openPhone }) => {
  const script = bundle();
  const { origin, close } = await startServer(({ url }) =>
    new URL(url).pathname === '/page.js'
      ? new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
      : new Response(
          '<!doctype html><html lang="en"><title>Money</title><link rel="icon" href="data:," /><script type="module" src="/page.js"></script></html>',
          {
            headers: {
              'content-type': 'text/html; charset=utf-8',
              'content-security-policy': strictPolicy({ image: 'data:' }),
            },
          },
        ),
  );
  onTestFinished(close);
  const { page } = await openPhone();
  await page.goto(origin);
  const moneys: Money[] = CURRENCIES.flatMap((currency) => {
    const digits = currencyDigits(currency);
    return AMOUNTS.map((minorUnits) => ({ value: minorUnits / 10 ** digits, currency, minorUnits, digits }));
  });
  const formatted = await page.evaluate(
    ([locales, all]) =>
      (
        globalThis as unknown as {
          formatAll(locales: readonly string[], moneys: readonly Money[]): Formatted;
        }
      ).formatAll(locales, all),
    [LOCALES, moneys] as const,
  );
  expect(formatted).toHaveLength(LOCALES.length);
  const differences = formatted.flatMap(({ decimal, texts }, index) =>
    moneys.flatMap((money, at) => {
      const back = readBack(texts[at] ?? '', decimal);
      return back === toDecimal(money)
        ? []
        : [`${LOCALES[index]!}: ${texts[at] ?? ''} is not ${toDecimal(money)}`];
    }),
  );
  expect(differences).toEqual([]);
  expect(formatted.flatMap(({ texts }) => texts)).toHaveLength(CURRENCIES.length * 12 * 8);
});
