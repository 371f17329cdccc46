import type { HandOffResult } from '../checkoutSession.js';
import type { Transition } from '../core/loadTransition.js';
import type { Messages } from '../core/messageKeys.js';
import type { PickerView } from '../core/pickerView.js';
import type { Money, PaymentLink, PaymentMethod } from '../core/session.js';
import type { Answer } from '../core/sessionState.js';
import type { SpokenTexts, Texts } from '../i18n/createTexts.js';
import type { Picker } from '../ui/mountPicker.js';
import type { Loading } from './createLoading.js';
import type { Reporting } from './createReporting.js';
import type { Store } from './createStore.js';
import type { SessionPlan } from './sessionPlan.js';

/** A session's plan, with the way to what only paying needs. */
export type PayPlan = SessionPlan & {
  /** The link that is open; throws what is wrong with it. */
  readLink(): PaymentLink;
  /** Rejects where it cannot be had; a further call tries anew. */
  loadPayPhase(signal: AbortSignal): Promise<PayPhase>;
};

/** What only paying needs; it is loaded once the picker stands, so that the picker stands sooner. */
export type PayPhase = {
  /** The whole life of a session. */
  readonly transition: Transition;
  /** What English says of it. */
  readonly english: Partial<Messages>;
  createPaying(parts: PayDeskParts): Paying;
};

/** What paying needs from the rest of the session. */
export type PayDeskParts = PayPlan & {
  readonly store: Store;
  readonly loading: Loading;
  readonly reporting: Reporting;
  readonly texts: SpokenTexts;
  redraw(): void;
  /** The picker's own element, where one is drawn. */
  host(): Element | undefined;
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
  refine(view: PickerView, texts: Texts, picker: Picker): PickerView;
  stop(): void;
};
