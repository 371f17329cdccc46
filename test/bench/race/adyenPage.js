// @ts-nocheck -- the bench alone installs what this imports
import { answer } from './askCheckout.js';
import { AdyenCheckout, Dropin, Redirect } from '@adyen/adyen-web';

answer.then(async ({ session, paymentMethods }) => {
  const { value, currency } = session.order.amount;
  const checkout = await AdyenCheckout({
    environment: 'test',
    clientKey: 'test_0000000000000000000000000000BENCH',
    analytics: { enabled: false },
    // English is inside; any other language would be one more request.
    locale: 'en-US',
    countryCode: 'DK',
    amount: { value: Math.round(value * 100), currency },
    // A type the Drop-in has no component for is paid by redirect, as our methods are.
    paymentMethodsResponse: {
      paymentMethods: paymentMethods.map(({ id, name }) => ({ type: `sandbox_${id}`, name })),
    },
    onSubmit() {},
  });
  new Dropin(checkout, { paymentMethodComponents: [Redirect] }).mount('#payment');
});
