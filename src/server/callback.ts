/** What became of a payment, in capital letters. Open: Checkout may know more words. Only `SUCCEEDED` says it was paid. */
export type CallbackStatus =
  | 'NEW'
  | 'SUCCEEDED'
  | 'ERROR'
  | 'FAILED'
  | 'PENDING'
  | 'CANCELLED'
  | 'DECLINED'
  // Keeps the known words in an editor's suggestions.
  | (string & {});

/** What a verified callback says of a payment. */
export type CallbackPayment = {
  readonly paymentId: string;
  /** Absent in callbacks that hold no JSON. */
  readonly sessionId?: string | undefined;
  readonly status: CallbackStatus;
  readonly order: {
    readonly orderId: string;
    /** In the currency's main unit. Compare it with your order's, in minor units, before you believe it is paid. */
    readonly amount: number;
    /** ISO 4217 letters; AltaPay's form fields may have its number instead, e.g. `208` for DKK. */
    readonly currency: string;
  };
  readonly requiresCapture?: boolean | undefined;
  readonly customerErrorMessage?: string | undefined;
  /** Whether card scheme rules want the payer to read `customerErrorMessage`. */
  readonly customerMessageMustBeShown: boolean;
  readonly merchantErrorMessage?: string | undefined;
  readonly merchantErrorCode?: string | undefined;
  readonly lastFourDigits?: string | undefined;
};

/**
 * A callback whose signature is right.
 *
 * - `JSON`: the payment was read from the JSON that `bodyFormat: 'JSON'` asks for.
 * - `FORM`: it was read from the form's fields; the XML beside them, AltaPay's default, is handed on unread in `fields.xml`.
 * - `XML`: the body is nothing but XML, which is not read: parse `xml` yourself, or ask for JSON.
 */
export type Callback =
  | {
      readonly format: 'JSON' | 'FORM';
      readonly payment: CallbackPayment;
      /** The form's fields, e.g. `transaction_info[till]`; none where the body is plain JSON. */
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly format: 'XML'; readonly xml: string };
