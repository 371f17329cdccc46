/** Apple's `ApplePayPaymentRequest`, as far as it is looked at. */
export type FakeApplePayRequest = {
  readonly countryCode: string;
  readonly currencyCode: string;
  readonly supportedNetworks: readonly string[];
  readonly merchantCapabilities: readonly string[];
  readonly total: { readonly label: string; readonly amount: string };
};

/**
 * Refuses what Apple's browser refuses.
 *
 * @throws TypeError that names the field.
 */
export function checkApplePayRequest(request: FakeApplePayRequest): FakeApplePayRequest {
  const { countryCode, currencyCode, supportedNetworks, merchantCapabilities, total } = request;
  if (!/^[A-Z]{2}$/.test(countryCode)) throw new TypeError(`"${countryCode}" is not a valid country code.`);
  if (!/^[A-Z]{3}$/.test(currencyCode))
    throw new TypeError(`"${currencyCode}" is not a valid currency code.`);
  if (!supportedNetworks.length) throw new TypeError('At least one supported network must be provided.');
  if (!merchantCapabilities.includes('supports3DS')) throw new TypeError('Missing 3DS capability.');
  if (!total.label) throw new TypeError('Missing total label.');
  if (typeof total.amount !== 'string' || !/^\d+(\.\d+)?$/.test(total.amount))
    throw new TypeError(`"${total.amount}" is not a valid amount.`);
  if (Number(total.amount) >= 100_000_000) throw new TypeError('Total amount is too big.');
  return request;
}
