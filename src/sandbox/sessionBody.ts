/** Fields that Checkout does not know are kept and given back. */
type Unknown = Readonly<Record<string, unknown>>;

/** What a merchant's backend sends to make or replace a session. */
export type SessionBody = Unknown & {
  readonly order: Unknown & {
    /** At most 100 characters. */
    readonly orderId: string;
    readonly amount: Unknown & {
      /** In the currency's major unit, e.g. `366.5`. */
      readonly value: number;
      /** ISO 4217, e.g. `DKK`. */
      readonly currency: string;
    };
    readonly orderLines?: readonly OrderLine[] | undefined;
    readonly customer?:
      | (Unknown & {
          readonly billingAddress?: Address | null | undefined;
          readonly shippingAddress?: Address | null | undefined;
        })
      | null
      | undefined;
    readonly transactionInfo?: Readonly<Record<string, string>> | null | undefined;
  };
  readonly callbacks?: Callbacks | undefined;
  readonly configuration?: Unknown | undefined;
};

type OrderLine = Unknown & {
  readonly itemId: string;
  readonly description: string;
  readonly quantity: number;
  /** In the currency's major unit, without tax. */
  readonly unitPrice: number;
  readonly taxAmount?: number | undefined;
  readonly goodsType?: 'item' | 'shipment' | 'handling' | undefined;
};

type Address = Unknown & {
  /** ISO 3166-1 alpha-2, e.g. `DK`. */
  readonly country?: string | undefined;
};

/** An address that is called or shown, or (`FUNCTION`) the page's own business. */
type Callback = Unknown & { readonly type: 'URL' | 'FUNCTION'; readonly value: string };

/** Where Checkout tells what became of a payment, and where it sends the payer. AltaPay's samples write an address bare too. */
export type Callbacks = Unknown & {
  readonly success?: Callback | undefined;
  readonly failure?: Callback | undefined;
  readonly redirect?: string | Callback | undefined;
  readonly notification?: string | Callback | undefined;
  readonly formStyling?: string | Callback | undefined;
  readonly bodyFormat?: 'XML' | 'JSON' | undefined;
};
