import type { Answer } from '../core/sessionState.js';
import type { SpokenTexts } from '../i18n/createTexts.js';
import type { Settings } from '../options.js';
import type { Picker, PickerHandlers } from '../ui/mountPicker.js';

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
  mountPicker(container: Element, handlers: PickerHandlers): Picker;
  findContainer(container: string | Element): Promise<Element>;
  /** Calls back when an element has left the page. Answers its clean-up. */
  onRemoved(element: Element, listener: () => void): () => void;
  /** Calls back when the page is looked at again, or is back online. Answers its clean-up. */
  onWakeUp(listener: (reason: 'restored' | 'visible' | 'online') => void): () => void;
  /** The payer's texts; `onChange` is called when better ones have arrived. */
  createTexts(onChange: () => void): SpokenTexts;
  isOffline(): boolean;
  /** Whether the page was left while it asked for a payment. */
  hasKeptAttempt(): boolean;
};

export type SessionPlan = {
  readonly settings: Settings;
  readonly effects: SessionEffects;
  readonly allowPrivateHttp: boolean;
};
