import type { CheckoutSession, HandOffResult } from './checkoutSession.js';
import type { Messages } from './core/messageKeys.js';
import type { Initiation, PaymentLink, PaymentMethod } from './core/session.js';
import type { SessionState } from './core/sessionState.js';
import type { Appearance } from './core/appearance.js';
import type { PaymentError } from './errors.js';

/** What a method handler works with. */
export type MethodHandlerContext = {
  readonly method: PaymentMethod;
  readonly session: CheckoutSession;
  /** Aborted when the session ends: close what you opened. */
  readonly signal: AbortSignal;
  /**
   * Asks Checkout to start the payment: one POST, never repeated by itself.
   *
   * @param requestData - What the method's contract wants, e.g. a wallet's token.
   */
  initiate(requestData?: unknown): Promise<Initiation>;
};

/** How the page pays with one kind of method. */
export type MethodHandler = {
  /** Whether the method can be used here, e.g. whether the phone has the wallet. Default: yes. */
  canShow?(method: PaymentMethod): boolean | Promise<boolean>;
  /** Called synchronously in the payer's click, so that a wallet's sheet may be opened. */
  start(context: MethodHandlerContext): Promise<HandOffResult>;
  /**
   * Start in the click also where `onBeforePay` answers by a promise: `initiate` then waits for its word, and the signal is
   * aborted by a `false`. For wallets, whose sheet opens nowhere else. @default false, `start` waits for `onBeforePay`
   */
  readonly startsInClick?: boolean;
  /** How the pay button looks while a method of this handler is chosen. @default as for every other method */
  readonly payButton?: PayButtonLook;
};

/** A pay button that a wallet wants to look its own way. */
export type PayButtonLook = {
  /** The wallet's name, said on the button beside the amount. */
  readonly name: string;
  /** Style sheet for the picker's shadow root, where the button is `[part=pay-button]`. */
  readonly css: string;
};

/** Options of a session, however it begins. */
export type SessionOptions = {
  /**
   * Base address of the Checkout API, e.g. `https://testgateway.altapaysecure.com/checkout/v1/api`. Required here or by
   * {@link configure}; never guessed and never read from the link, for a link must not choose who is asked.
   */
  apiUrl: string | URL;
  /** Who is paid, where the session does not say. @default the page's host */
  merchantName?: string;
  /** Language and region of the texts, BCP 47. @default `<html lang>`, then the browser's language */
  locale?: string;
  /** Texts to say differently, by key. */
  messages?: Partial<Messages>;
  /** How the picker looks. */
  appearance?: Appearance;
  /** Further hosts that may be asked for a payment and receive the token, e.g. `['pay.example.com']`. @default none */
  apiHosts?: readonly string[];
  /** When given, the payer is sent to these hosts only. @default any https host */
  redirectHosts?: readonly string[];
  /** App schemes the payer may be sent to, without colon, e.g. `['mobilepay']`. @default none */
  appSchemes?: readonly string[];
  /** Your own ways to pay, by the method's `type`, its `jsMethodHandler`, or its `onRenderCheck.type`. */
  methodHandlers?: Readonly<Record<string, MethodHandler>>;
  /** Called once when the token has run out; answers a new one from your server. */
  renewToken?: () => Promise<string>;
  /** Send an `Idempotency-Key` with a payment. Switch it on only where the API allows the header (mark O). @default false */
  idempotencyKey?: boolean;
  /**
   * Offer a payer at a computer the payment link as a QR code, to pay with a phone. Nothing is offered where there is a token
   * and no link, or a link of your own form (`parsePaymentLink`). @default true
   */
  payOnPhone?: boolean;
  /** Time limits in milliseconds. @default `{ attemptMs: 8000, loadMs: 20000, paymentMs: 20000 }` */
  timeouts?: { readonly attemptMs?: number; readonly loadMs?: number; readonly paymentMs?: number };
  /** Ends the session when aborted, as `destroy()` does. */
  signal?: AbortSignal;
  /** Explain each step in the console, without secrets. The words come in a file of their own. @default false */
  debug?: boolean;
  /** Stands in for the page's `fetch`, e.g. in tests. */
  fetch?: typeof fetch;
  /** Stands in for the page's navigation. @default `location.assign` */
  navigate?: (url: URL) => void;
  /** The order and its methods are on the screen. */
  onReady?: (session: CheckoutSession) => void;
  /** The payer has chosen a method; nothing is started yet. */
  onMethodSelected?: (method: PaymentMethod, session: CheckoutSession) => void;
  /** Last word before a payment is asked for; `false` or a rejection stops it. Keep it synchronous where wallets are used. */
  onBeforePay?: (method: PaymentMethod, session: CheckoutSession) => unknown;
  /** Checkout has created a payment. It is not paid yet: only your server's callback proves that. */
  onPaymentInitiated?: (initiation: Initiation, session: CheckoutSession) => void;
  /** Called once for each failure the session enters. */
  onFailure?: (error: PaymentError, session: CheckoutSession) => void;
  /** Something was left out or is odd; in words for a developer. */
  onWarning?: (warning: string) => void;
  /** The session has gone from one state to another. */
  onStateChange?: (state: SessionState, session: CheckoutSession) => void;
};

/** Options of {@link initFromQR}. */
export type InitFromQROptions = SessionOptions & {
  /** Where the picker is drawn. Left out: nothing is drawn; draw your own, or call `injectPaymentMethods` later. */
  container?: string | Element;
  /** The address that holds the payment link. @default the page's own */
  url?: string | URL;
  /** Reads a link of another form. @default `sessionId` with `linkId` or `token`, from fragment or query (mark O) */
  parsePaymentLink?: (url: URL) => PaymentLink;
  /** Exchanges the link for a session another way. @default `POST /session/{sessionId}/activation` (mark O) */
  activate?: (
    link: { sessionId: string; linkId: string },
    context: { signal: AbortSignal },
  ) => Promise<unknown>;
  /**
   * What becomes of the link in the address bar: its ids stay in the fragment, or only in `history.state`, or nothing is
   * touched (for routers that own the address; a token then stays readable in it). @default 'fragment'
   */
  scrubUrl?: 'fragment' | 'remove' | false;
};

/** Options with every default filled in and every value checked. */
export type Settings = Omit<
  InitFromQROptions,
  'apiUrl' | 'url' | 'timeouts' | 'apiHosts' | 'appSchemes' | 'methodHandlers' | 'scrubUrl' | 'merchantName'
> & {
  readonly apiUrl: URL;
  readonly url: URL | undefined;
  readonly merchantName: string;
  readonly apiHosts: readonly string[];
  readonly appSchemes: readonly string[];
  readonly methodHandlers: ReadonlyMap<string, MethodHandler>;
  readonly timeouts: { readonly attemptMs: number; readonly loadMs: number; readonly paymentMs: number };
  readonly scrubUrl: 'fragment' | 'remove' | false;
};
