import { apiPath } from './apiPath.js';
import type { SessionBody } from './sessionBody.js';

/** Who is paid, as payers see it. */
export type SandboxMerchant = { readonly name: string; readonly logoUrl?: string };

/**
 * How a payment goes on from the payment page. Only `redirect` is known of AltaPay (mark C); the others are ours.
 *
 * - `app`: by a scheme of its own (the method's type in small letters), with the same payment in the browser beside it.
 * - `universalLink`: by a web address that a phone opens in the app. Here the page behind it plays the app.
 * - `form`: fields are posted to the gateway.
 * - `embedded`: in a frame, for a page that has a handler for it. `embeddedSilent` never says that it is there, and
 *   `embeddedRefused` lets no page frame it.
 */
export type SandboxHandOff =
  'redirect' | 'app' | 'universalLink' | 'form' | 'embedded' | 'embeddedSilent' | 'embeddedRefused';

/** One way to pay that the sandbox offers. */
export type SandboxMethod = {
  /** Also the name of its logo; letters, digits, `_` and `-`. */
  readonly id: string;
  /** `CARD`, `MOBILEPAY`, …: an open string on the wire. */
  readonly type: string;
  readonly name: string;
  readonly description: string;
  /** Where it is offered; left out: everywhere. An entry without `countries` is for the currency anywhere. */
  readonly offeredIn?: readonly { readonly currency: string; readonly countries?: readonly string[] }[];
  readonly display?: string;
  /** A check on the phone before the method is shown. */
  readonly onRenderCheck?: { readonly type: 'URL' | 'FUNCTION'; readonly value: string };
  readonly metadata?: Readonly<Record<string, string>>;
  /** @default 'redirect' */
  readonly handOff?: SandboxHandOff;
};

/** The nine methods a sandbox offers unless it is told otherwise, in display order. */
export const defaultMethods: readonly SandboxMethod[] = [
  { id: 'card', type: 'CARD', name: 'Card', description: 'Credit or debit card' },
  {
    id: 'mobilepay',
    type: 'MOBILEPAY',
    name: 'MobilePay',
    description: 'Approve in the MobilePay app',
    offeredIn: [{ currency: 'DKK' }, { currency: 'EUR', countries: ['FI'] }],
  },
  {
    id: 'vipps',
    type: 'VIPPS',
    name: 'Vipps',
    description: 'Approve in the Vipps app',
    offeredIn: [{ currency: 'NOK' }],
  },
  {
    id: 'swish',
    type: 'SWISH',
    name: 'Swish',
    description: 'Approve in the Swish app',
    offeredIn: [{ currency: 'SEK' }],
  },
  {
    id: 'klarna',
    type: 'KLARNA',
    name: 'Klarna',
    description: 'Pay later or in parts',
    offeredIn: [
      { currency: 'DKK', countries: ['DK'] },
      { currency: 'NOK', countries: ['NO'] },
      { currency: 'SEK', countries: ['SE'] },
      { currency: 'EUR', countries: ['AT', 'BE', 'DE', 'ES', 'FI', 'FR', 'IE', 'IT', 'NL', 'PT'] },
      { currency: 'GBP', countries: ['GB'] },
    ],
  },
  {
    id: 'ideal',
    type: 'IDEAL',
    name: 'iDEAL',
    description: 'Pay in your own bank',
    offeredIn: [{ currency: 'EUR', countries: ['NL'] }],
  },
  {
    id: 'applepay',
    type: 'APPLE_PAY',
    name: 'Apple Pay',
    description: 'Pay with a card in your wallet',
    onRenderCheck: { type: 'FUNCTION', value: 'canMakeApplePayPayments' },
    metadata: {
      countryCode: 'DK',
      supportedNetworks: 'visa,masterCard',
      merchantCapabilities: 'supports3DS',
    },
  },
  {
    id: 'googlepay',
    type: 'GOOGLE_PAY',
    name: 'Google Pay',
    description: 'Pay with a card you have saved',
    onRenderCheck: { type: 'FUNCTION', value: 'canMakeGooglePayPayments' },
    metadata: {
      countryCode: 'DK',
      environment: 'TEST',
      gateway: 'example',
      gatewayMerchantId: 'sandbox',
      allowedCardNetworks: 'VISA,MASTERCARD',
    },
  },
  {
    id: 'banktransfer',
    type: 'BANK_TRANSFER',
    name: 'Bank transfer',
    description: 'Pay from your bank account',
  },
];

/** One method for each other way out of the page, to be offered beside the {@link defaultMethods}. */
export const handOffMethods: readonly SandboxMethod[] = [
  {
    id: 'app',
    type: 'MOBILEPAY',
    name: 'MobilePay app',
    description: 'Opens the app, or the browser',
    handOff: 'app',
  },
  {
    id: 'link',
    type: 'VIPPS',
    name: 'Vipps link',
    description: 'A web address that the app opens',
    handOff: 'universalLink',
  },
  {
    id: 'form',
    type: 'CARD',
    name: 'Card by form',
    description: 'Posts to the gateway',
    handOff: 'form',
  },
  {
    id: 'embedded',
    type: 'CARD_EMBEDDED',
    name: 'Card on this page',
    description: 'In a frame of the gateway',
    handOff: 'embedded',
  },
];

/** The methods that fit the order's currency and, where it is known, the payer's country. */
export function offeredMethods(
  methods: readonly SandboxMethod[],
  { order }: Pick<SessionBody, 'order'>,
): readonly SandboxMethod[] {
  const { currency } = order.amount;
  const country = order.customer?.billingAddress?.country?.toUpperCase();
  return methods.filter(
    ({ offeredIn }) =>
      !offeredIn ||
      offeredIn.some(
        (place) =>
          place.currency === currency && (!country || !place.countries || place.countries.includes(country)),
      ),
  );
}

/** A method as the API answers it. */
export function toWireMethod(method: SandboxMethod, origin: string) {
  return {
    id: method.id,
    type: method.type,
    name: method.name,
    description: method.description,
    logoUrl: `${origin}/checkout/logos/${method.id}.svg`,
    display: method.display ?? 'REDIRECT',
    onInitiatePayment: { type: 'URL', value: `${origin}${apiPath}/payment` },
    ...(method.onRenderCheck && { onRenderCheck: method.onRenderCheck }),
    metadata: method.metadata ?? {},
  };
}
