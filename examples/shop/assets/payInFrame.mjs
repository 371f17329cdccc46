// Starts the picker with a card form of the gateway's in the page, for sandboxes that offer one.

/** @type {typeof import('altapay-js/embedded')} */
const { embedded } = await import(/** @type {string} */ ('/sdk/embedded.js'));
const { AltaPay } = /** @type {{ AltaPay: typeof import('altapay-js') }} */ (
  /** @type {unknown} */ (globalThis)
);
const { apiUrl = '' } = /** @type {HTMLElement} */ (document.getElementById('card')).dataset;

await AltaPay.initFromQR({
  apiUrl,
  container: '#payment',
  methodHandlers: { CARD_EMBEDDED: embedded({ container: '#card', origins: [new URL(apiUrl).origin] }) },
});
