import type { HandOffResult } from '../checkoutSession.js';
import type { Transition } from '../core/loadTransition.js';
import type { Money, PaymentMethod } from '../core/session.js';
import type { PickerView } from '../core/pickerView.js';
import type { Answer } from '../core/sessionState.js';
import type { Texts } from '../i18n/createTexts.js';
import type { Settings } from '../options.js';
import type { Picker, PickerHandlers } from '../ui/mountPicker.js';
import type { Loading } from './createLoading.js';
import type { Reporting } from './createReporting.js';
import type { Store } from './createStore.js';

/** What Checkout answered. */
export type Opened = {
  readonly answer: Answer;
  /** The server's clock when it answered, and when the link runs out on it; epoch milliseconds. */
  readonly serverTime?: number | undefined;
  readonly expiresAt?: number | undefined;
};

/** Everything a session does to the world outside; handed in, so that the flow can be read and tested without one. */
export type SessionEffects = {
  /** Opens the link, or reads the session: the first answer. `warn` hears what the parsers have to say, then and later. */
  open(signal: AbortSignal, warn: (warning: string) => void): Promise<Opened>;
  /** Asks for order, methods and state again. */
  ask(signal: AbortSignal): Promise<Opened>;
  /** Brings what only paying needs. Rejects where it cannot be had; a further call tries anew. */
  loadPayPhase(signal: AbortSignal): Promise<PayPhase>;
  mountPicker(container: Element, handlers: PickerHandlers): Picker;
  findContainer(container: string | Element): Promise<Element>;
  /** Calls back when an element has left the page. Answers its clean-up. */
  onRemoved(element: Element, listener: () => void): () => void;
  /** Calls back when the page is looked at again, or is back online. Answers its clean-up. */
  onWakeUp(listener: (reason: 'restored' | 'visible' | 'online') => void): () => void;
  /** The texts there are now; `onChange` is called when better ones have arrived. */
  createTexts(onChange: () => void): () => Texts;
  isOffline(): boolean;
  /** Whether the page was left while it asked for a payment. */
  hasKeptAttempt(): boolean;
};

/** What only paying needs; it is loaded once the picker stands, so that the picker stands sooner. */
export type PayPhase = {
  /** The whole life of a session. */
  readonly transition: Transition;
  createPaying(parts: PayDeskParts): Paying;
};

/** What paying needs from the rest of the session. */
export type PayDeskParts = SessionPlan & {
  readonly store: Store;
  readonly loading: Loading;
  readonly reporting: Reporting;
  redraw(): void;
};

/** What the payer confirmed. */
export type Confirmation = {
  readonly method: PaymentMethod;
  readonly sessionId: string;
  /** What the payer has seen and confirmed. */
  readonly amount: Money;
  /** What Checkout was being asked meanwhile, and may know of another amount. */
  readonly pending?: Promise<Answer | undefined> | undefined;
};

/** Takes confirmations to payments; whoever calls it sees to it that none is running. */
export type Paying = {
  pay(confirmation: Confirmation): Promise<HandOffResult>;
  /** Sends the last one again, after an unclear outcome. */
  payAgain(): Promise<HandOffResult>;
  /** A last word on what is drawn. */
  refine(view: PickerView, locale: string): PickerView;
  stop(): void;
};

export type SessionPlan = {
  readonly settings: Settings;
  readonly effects: SessionEffects;
  readonly allowPrivateHttp: boolean;
};
