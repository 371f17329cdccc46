/** What of Apple's `ApplePaySession` is used here; TypeScript does not bring it. */
export type ApplePaySession = {
  onvalidatemerchant: ((event: { readonly validationURL: string }) => void) | null;
  onpaymentauthorized: ((event: { readonly payment: ApplePayPayment }) => void) | null;
  oncancel: (() => void) | null;
  begin(): void;
  abort(): void;
  completeMerchantValidation(merchantSession: unknown): void;
  completePayment(result: { readonly status: number }): void;
};

/** What the payer approved, as Apple's `ApplePayPayment`. */
export type ApplePayPayment = {
  readonly token: {
    readonly paymentData: unknown;
    readonly paymentMethod?: unknown;
    readonly transactionIdentifier?: string;
  };
};

/** Apple's `ApplePayPaymentRequest`, as far as it is used. */
export type ApplePayPaymentRequest = {
  readonly countryCode: string;
  readonly currencyCode: string;
  readonly supportedNetworks: readonly string[];
  readonly merchantCapabilities: readonly string[];
  readonly total: { readonly label: string; readonly amount: string; readonly type: 'final' };
};

/** The constructor that Apple's browsers have on the page. */
export type ApplePaySessionClass = {
  new (version: number, request: ApplePayPaymentRequest): ApplePaySession;
  readonly STATUS_SUCCESS: number;
  readonly STATUS_FAILURE: number;
  supportsVersion(version: number): boolean;
  canMakePayments(): boolean;
};

/** The class where this browser has it. Not declared as a global: a page may bring its own types of it. */
export function findApplePaySession(): ApplePaySessionClass | undefined {
  return (globalThis as { ApplePaySession?: ApplePaySessionClass }).ApplePaySession;
}
