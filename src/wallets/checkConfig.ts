import { PaymentError } from '../errors.js';

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
  if (!/^[A-Z]{2}$/.test(config.countryCode)) throw invalid(`${name}.countryCode`, 'two capital letters');
  // What a page without types hands over need not be what they say.
  for (const [option, type] of Object.entries(required))
    if (typeof (config as Record<string, unknown>)[option] !== type)
      throw invalid(`${name}.${option}`, `a ${type}`);
}

function invalid(option: string, wanted: string): PaymentError {
  return new PaymentError('options_invalid', `Option "${option}" must be ${wanted}.`);
}
