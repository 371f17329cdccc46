/** An amount of money, exact in minor units. */
export type Money = {
  /** The API's double, e.g. `12.5`. For display use the minor units. */
  readonly value: number;
  /** ISO 4217 letters, upper case. */
  readonly currency: string;
  /** The exact amount in the currency's smallest unit, e.g. `1250`. */
  readonly minorUnits: number;
  /** How many of those digits stand behind the decimal point (ISO 4217). */
  readonly digits: number;
};

/** One line of an order. Texts are already sanitised for display. */
export type OrderLine = {
  readonly itemId: string;
  readonly description: string;
  readonly quantity: number;
  /** Net price of one unit, as the API sent it. */
  readonly unitPrice: number;
  /** Total tax of the line, as the API sent it; `0` where absent. */
  readonly taxAmount: number;
  readonly goodsType?: string | undefined;
};

/** Who orders, as far as the API says. */
export type Customer = {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
};

/** What is to be paid. */
export type Order = {
  readonly orderId: string;
  readonly amount: Money;
  readonly orderLines: readonly OrderLine[];
  readonly customer?: Customer | undefined;
};

/** Who is paid. Ours (contract.md mark O): Checkout does not document it. */
export type Merchant = { readonly name: string; readonly logoUrl?: URL | undefined };

/** Where the session stands. Ours (mark O); absent means unknown and is shown as open. */
export type SessionStatus = 'OPEN' | 'PROCESSING' | 'PAID' | 'EXPIRED' | 'CANCELLED';

/** Checkout's record of what is to be paid and how. */
export type Session = {
  readonly sessionId: string;
  readonly order: Order;
  readonly status?: SessionStatus | undefined;
  readonly merchant?: Merchant | undefined;
  /** Epoch milliseconds on the server's clock. */
  readonly expiresAt?: number | undefined;
};

/** One offered way to pay. Texts are sanitised, URLs are guarded. */
export type PaymentMethod = {
  readonly id: string;
  /** Open string; `CARD` is the only one AltaPay's clients show. */
  readonly type: string;
  /** May be empty: the picker then shows the type's name. */
  readonly name: string;
  readonly description?: string | undefined;
  readonly logoUrl?: URL | undefined;
  readonly display?: string | undefined;
  /** Where to ask for a payment; an absolute URL as the API sent it, guarded before it is asked. */
  readonly onInitiatePayment?: MethodCallback | undefined;
  /** A check before the method is shown, e.g. whether the phone has the wallet. */
  readonly onRenderCheck?: MethodCallback | undefined;
  readonly jsMethodHandler?: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
};

/** AltaPay's pair of callback type (`URL`, `FUNCTION`) and value. */
export type MethodCallback = { readonly type: string; readonly value: string };

/** What the payment link's exchange answers. Ours (mark O). */
export type Activation = {
  readonly token: string;
  readonly session: Session;
  readonly paymentMethods: readonly PaymentMethod[];
  /** The server's clock when it answered, epoch milliseconds. */
  readonly serverTime?: number | undefined;
  /** When the payer can no longer go on, epoch milliseconds on the server's clock. */
  readonly expiresAt?: number | undefined;
};

/** Checkout's answer to a started payment (mark C). */
export type Initiation = {
  readonly paymentId: string;
  readonly shopOrderId?: string | undefined;
  readonly externalPaymentId?: string | undefined;
  readonly status?: string | undefined;
  /** `REDIRECT`, `FORM` (ours), or a word a method handler knows. */
  readonly type: string;
  readonly url?: string | undefined;
  /** Where the payment goes on in the browser, should the app that `url` opens not be there. Ours (mark O). */
  readonly fallbackUrl?: string | undefined;
  /** What is posted to `url` where `type` is `FORM`. Ours (mark O). */
  readonly fields?: Readonly<Record<string, string>> | undefined;
};

/** What the payer's link holds. */
export type PaymentLink =
  | { readonly sessionId: string; readonly linkId: string }
  | { readonly sessionId: string; readonly token: string };
