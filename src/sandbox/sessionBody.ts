/** Fields that Checkout does not know are kept and given back. */
export type UnknownFields = Readonly<Record<string, unknown>>;

/** What a merchant's backend sends to make or replace a session. */
export type SessionBody = UnknownFields & {
  readonly order: UnknownFields & {
    /** At most 100 characters. */
    readonly orderId: string;
    readonly amount: UnknownFields & {
      /** In the currency's major unit, e.g. `366.5`. */
      readonly value: number;
      /** ISO 4217, e.g. `DKK`. */
      readonly currency: string;
    };
    readonly orderLines?: readonly SessionOrderLine[] | undefined;
    readonly customer?:
      | (UnknownFields & {
          readonly billingAddress?: SessionAddress | null | undefined;
          readonly shippingAddress?: SessionAddress | null | undefined;
        })
      | null
      | undefined;
    readonly transactionInfo?: Readonly<Record<string, string>> | null | undefined;
  };
  readonly callbacks?: SessionCallbacks | undefined;
  readonly configuration?: UnknownFields | undefined;
};

/** A line of the order. */
export type SessionOrderLine = UnknownFields & {
  readonly itemId: string;
  readonly description: string;
  /** More than 0. */
  readonly quantity: number;
  /** In the currency's major unit, without tax. */
  readonly unitPrice: number;
  /** Tax of the whole line, not of a unit. */
  readonly taxAmount?: number | undefined;
  readonly goodsType?: 'item' | 'shipment' | 'handling' | undefined;
};

/** Whose country says which methods there are. */
export type SessionAddress = UnknownFields & {
  /** ISO 3166-1 alpha-2, e.g. `DK`. */
  readonly country?: string | undefined;
};

/** An address that is called or shown, or (`FUNCTION`) the page's own business. */
export type SessionCallback = UnknownFields & { readonly type: 'URL' | 'FUNCTION'; readonly value: string };

/** Where Checkout tells what became of a payment, and where it sends the payer. AltaPay's samples write an address bare too. */
export type SessionCallbacks = UnknownFields & {
  readonly success?: SessionCallback | undefined;
  readonly failure?: SessionCallback | undefined;
  readonly redirect?: string | SessionCallback | undefined;
  /** Server to server. */
  readonly notification?: string | SessionCallback | undefined;
  readonly formStyling?: string | SessionCallback | undefined;
  readonly bodyFormat?: 'XML' | 'JSON' | undefined;
};
