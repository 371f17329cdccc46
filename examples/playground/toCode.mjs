/**
 * What a reader of the playground has chosen; what is left as it is by default is not there.
 *
 * @typedef {{
 *   theme?: 'light' | 'dark',
 *   preset?: 'rounded' | 'compact',
 *   locale?: string,
 *   variables?: Record<`--altapay-${string}`, string>,
 *   idempotencyKey?: true,
 *   debug?: true,
 * }} Choices
 *
 * @typedef {'tag' | 'npm' | 'react'} Variant
 */

const API_URL = 'https://testgateway.altapaysecure.com/checkout/v1/api';

/**
 * The code that gives a page of one's own what was chosen.
 *
 * @param {Variant} variant
 * @param {Choices} choices
 * @returns {string}
 */
export function toCode(variant, choices) {
  if (variant === 'tag') return toTag(choices);
  return variant === 'npm' ? toModule(choices) : toComponent(choices);
}

/** @param {Choices} choices */
function toTag({ theme, preset, locale, variables, idempotencyKey, debug }) {
  const attributes = [
    'src="/altapay/altapay.min.js"',
    `data-api-url="${API_URL}"`,
    'data-container="#payment"',
    theme && `data-theme="${theme}"`,
    preset && `data-preset="${preset}"`,
    locale && `data-locale="${locale}"`,
    idempotencyKey && 'data-idempotency-key',
    debug && 'data-debug',
    'defer',
  ].filter(Boolean);
  const sheet = Object.entries(variables ?? {}).map(([name, value]) => `    ${name}: ${value};`);
  return [
    ...(sheet.length > 0 ? ['<style>', '  #payment {', ...sheet, '  }', '</style>'] : []),
    '<main id="payment"></main>',
    '<script',
    ...attributes.map((attribute) => `  ${attribute}`),
    '></script>',
  ].join('\n');
}

/** @param {Choices} choices */
function toModule(choices) {
  return [
    `import { initFromQR } from 'altapay-js';`,
    '',
    'await initFromQR({',
    `  apiUrl: '${API_URL}',`,
    `  container: '#payment',`,
    ...toOptions(choices).map(([name, value]) => `  ${name}: ${value},`),
    '});',
  ].join('\n');
}

/** @param {Choices} choices */
function toComponent(choices) {
  return [
    `import { AltaPayment } from 'altapay-js/react';`,
    '',
    'export const Pay = () => (',
    '  <AltaPayment',
    `    apiUrl="${API_URL}"`,
    ...toOptions(choices).map(([name, value]) =>
      value === 'true' ? `    ${name}` : `    ${name}={${value}}`,
    ),
    '  />',
    ');',
  ].join('\n');
}

/** Options as they are written in code. @param {Choices} choices @returns {[name: string, value: string][]} */
function toOptions({ theme, preset, variables, ...plain }) {
  const appearance = toLiteral({ theme, preset, variables });
  return [
    ...Object.entries(plain).map(
      ([name, value]) => /** @type {[string, string]} */ ([name, toLiteral(value)]),
    ),
    .../** @type {[string, string][]} */ (appearance === '{ }' ? [] : [['appearance', appearance]]),
  ];
}

/** @param {unknown} value @returns {string} */
function toLiteral(value) {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? `'${value}'` : String(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `${/^\w+$/.test(name) ? name : `'${name}'`}: ${toLiteral(field)}`);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{ }';
}
