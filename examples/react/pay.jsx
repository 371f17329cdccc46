import { AltaPayment } from 'altapay-js/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const apiUrl = document.querySelector('meta[name=api-url]')?.getAttribute('content') ?? '';

function Checkout() {
  const [method, setMethod] = useState('');
  return (
    <>
      <AltaPayment
        apiUrl={apiUrl}
        merchantName="Petal &amp; Stem"
        appearance={{ preset: 'rounded' }}
        onMethodSelected={({ name }) => setMethod(name)}
      />
      <p role="status">{method && `You pay with ${method}.`}</p>
    </>
  );
}

createRoot(/** @type {Element} */ (document.querySelector('#app'))).render(
  <StrictMode>
    <Checkout />
  </StrictMode>,
);
