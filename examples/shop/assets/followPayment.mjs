// Follows a payment that was not known yet when the page was opened: asks the shop, which hears of it from Checkout.

const { AltaPay } =
  /** @type {{ AltaPay: { resumeFromReturn: typeof import('altapay-js/return').resumeFromReturn } }} */ (
    /** @type {unknown} */ (globalThis)
  );
const main = /** @type {HTMLElement} */ (document.querySelector('main[data-status]'));
const brand = /** @type {HTMLElement} */ (document.querySelector('.brand'));
const said = /** @type {HTMLElement} */ (main.querySelector('.card'));

// The order's number and amount stay; what is known of the payment is told in their place above them.
const place = document.createElement('div');
place.className = 'followed';
said.prepend(place);
said.querySelectorAll(':scope > .symbol, :scope > h1, :scope > p').forEach((element) => element.remove());

await AltaPay.resumeFromReturn({
  container: place,
  merchantName: brand.textContent.trim(),
  getStatus: async ({ signal }) => {
    const response = await fetch(main.dataset.status ?? '', { signal });
    return response.json();
  },
});
