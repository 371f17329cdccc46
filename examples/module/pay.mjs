import { initFromQR, isPaymentError } from 'altapay-js';

const apiUrl = document.querySelector('meta[name=api-url]')?.getAttribute('content') ?? '';
const share = /** @type {HTMLElement} */ (document.querySelector('#share'));
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('#code'));

share.addEventListener('click', () => void showCode());
try {
  await initFromQR({
    apiUrl,
    container: '#payment',
    merchantName: 'Petal & Stem',
    idempotencyKey: true,
    onStateChange: ({ name }) => (share.hidden = name !== 'ready'),
  });
} catch (error) {
  // Only a mistake of the page's own comes here; what goes wrong for the payer is shown by the picker.
  if (!isPaymentError(error)) throw error;
  console.error(`${error.code}: ${error.message}`);
}

// Whoever opened the link on a computer may go on with a phone. The code's module is loaded when somebody asks for it.
async function showCode() {
  const { renderQRCode } = await import('altapay-js/qr');
  const place = /** @type {Element} */ (document.querySelector('#qr'));
  const remove = renderQRCode(place, location.href, { label: 'QR code of this payment link' });
  dialog.addEventListener('close', remove, { once: true });
  dialog.showModal();
}
