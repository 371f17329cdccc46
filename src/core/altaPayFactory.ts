import { PaymentError } from '../errors.js';
import { toMoney } from './money.js';
import type { Money } from './session.js';

/** Builds values the way AltaPay's own pages show it. */
export const AltaPayFactory = {
  /**
   * Makes an amount, checked.
   *
   * @param value - The amount in the currency's main unit, 0 to 1e12, e.g. `30098.52`.
   * @param currency - ISO 4217 letters, e.g. `'DKK'`.
   * @returns Value and currency, with the exact minor units beside them.
   * @throws {@link PaymentError} `options_invalid` when the two do not make an amount.
   * @example
   * ```ts
   * const { value, currency } = AltaPayFactory.getAmount(30098.52, 'DKK');
   * ```
   * @see AltaPay's Checkout integration guide (contract mark D); ISO 4217
   */
  getAmount(value: number, currency: string): Money {
    const money = toMoney(value, currency);
    if (money) return money;
    throw new PaymentError(
      'options_invalid',
      "getAmount: wanted a number with its currency's decimals, and ISO 4217 letters.",
    );
  },
};
