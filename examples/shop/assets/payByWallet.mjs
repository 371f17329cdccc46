// What a page with wallets does by itself: it tells the SDK of them, and asks its own server to be validated.
const container = /** @type {HTMLElement} */ (document.querySelector('#payment'));
const AltaPay = /** @type {typeof import('altapay-js') & typeof import('altapay-js/wallets')} */ (
  /** @type {unknown} */ (globalThis.AltaPay)
);
const { apiUrl = '', merchantName = '' } = container.dataset;

/** @param {{ validationURL: string, signal: AbortSignal }} request */
async function validateMerchant({ validationURL, signal }) {
  const response = await fetch('/wallets/merchant-session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ validationURL }),
    signal,
  });
  if (!response.ok) throw new Error(`The shop answered ${response.status}.`);
  return response.json();
}

await AltaPay.initFromQR({
  apiUrl,
  container,
  merchantName,
  idempotencyKey: true,
  methodHandlers: {
    APPLE_PAY: AltaPay.applePay({ countryCode: 'DK', merchantName, validateMerchant }),
    GOOGLE_PAY: AltaPay.googlePay({ countryCode: 'DK', merchantName }),
  },
});
