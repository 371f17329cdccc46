/** An address as Checkout takes it; further fields are passed on as they are. */
export type CheckoutAddress = {
  /** ISO 3166 alpha-2, e.g. `DK`. */
  readonly country?: string | undefined;
  readonly [field: string]: string | undefined;
};

export type CheckoutOrderLine = {
  readonly itemId: string;
  /** At most 50 characters: payments of orders with longer ones have failed. */
  readonly description: string;
  /** More than 0. */
  readonly quantity: number;
  /** Net price of one unit. Only a `handling` line may be negative. */
  readonly unitPrice: number;
  /** Tax of the whole line, not of a unit. */
  readonly taxAmount?: number | undefined;
  readonly goodsType?: 'item' | 'shipment' | 'handling' | undefined;
  readonly [field: string]: unknown;
};

/** What is to be paid, as Checkout's OrderDetails (documented) wants it. Further fields are passed on as they are. */
export type CheckoutOrder = {
  /** Your number of the order. */
  readonly orderId: string;
  readonly amount: {
    /** In the currency's main unit, with no more decimals than the currency has. */
    readonly value: number;
    /** ISO 4217 letters, e.g. `DKK`. */
    readonly currency: string;
  };
  readonly orderLines?: readonly CheckoutOrderLine[] | undefined;
  readonly customer?:
    | {
        readonly firstName?: string | undefined;
        readonly lastName?: string | undefined;
        readonly email?: string | undefined;
        readonly billingAddress?: CheckoutAddress | undefined;
        readonly shippingAddress?: CheckoutAddress | undefined;
        readonly [field: string]: unknown;
      }
    | undefined;
  readonly transactionInfo?: Readonly<Record<string, string>> | undefined;
  readonly [field: string]: unknown;
};

/** Who is called, and how: an address to post to, or a function of the page's. */
export type CheckoutCallback = { readonly type: 'URL' | 'FUNCTION'; readonly value: string };

/** Whom Checkout tells what came of a payment (CallbackSecurity, documented). */
export type CheckoutCallbacks = {
  /** A form is posted to it; its answer (a page with status 200, or a redirect) goes to the payer's browser. */
  readonly success?: CheckoutCallback | undefined;
  /** As `success`, after a payment that was declined or cancelled. */
  readonly failure?: CheckoutCallback | undefined;
  readonly redirect?: string | CheckoutCallback | undefined;
  /** Server to server, and wants status 200. */
  readonly notification?: string | CheckoutCallback | undefined;
  readonly formStyling?: string | CheckoutCallback | undefined;
  /**
   * What the callbacks hold beside their form fields.
   *
   * @default 'XML'
   */
  readonly bodyFormat?: 'XML' | 'JSON' | undefined;
  readonly [field: string]: unknown;
};
