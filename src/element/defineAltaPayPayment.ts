import { createElementClass, type AltaPayPaymentElement } from './createElementClass.js';

const NAME = 'altapay-payment';

/**
 * Makes `<altapay-payment>` known to the page: an element that opens the payment link in the page's address when it is put
 * into the document, and ends its session when it is taken out. A second call does nothing, and neither does a server's.
 *
 * @example
 * ```ts
 * import { defineAltaPayPayment } from 'altapay-js/element';
 *
 * defineAltaPayPayment();
 * const payment = document.createElement('altapay-payment');
 * payment.apiUrl = 'https://testgateway.altapaysecure.com/checkout/v1/api';
 * payment.onFailure = (error) => console.warn(error.code);
 * document.body.append(payment);
 * ```
 */
export function defineAltaPayPayment(): void {
  if (typeof customElements === 'undefined' || customElements.get(NAME)) return;
  customElements.define(NAME, createElementClass());
}

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- the DOM's own is added to
  interface HTMLElementTagNameMap {
    'altapay-payment': AltaPayPaymentElement;
  }
}
