import { invalidOption } from '../core/invalidOption.js';

/**
 * Checks what every wallet must be told, when it is told and not when somebody wants to pay.
 *
 * @throws PaymentError `options_invalid`, naming the option.
 */
export function checkConfig(
  name: string,
  config: { readonly countryCode: string },
  required: Readonly<Record<string, 'function' | 'string'>> = {},
): void {
  if (!/^[A-Z]{2}$/.test(config.countryCode))
    throw invalidOption(`${name}.countryCode`, 'two capital letters');
  // What a page without types hands over need not be what they say.
  for (const [option, type] of Object.entries(required))
    if (typeof (config as Record<string, unknown>)[option] !== type)
      throw invalidOption(`${name}.${option}`, `a ${type}`);
}
