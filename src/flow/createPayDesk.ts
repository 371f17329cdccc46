import type { HandOffResult } from '../checkoutSession.js';
import { errorOf } from '../core/errorOf.js';
import type { PickerView } from '../core/pickerView.js';
import { PaymentError } from '../errors.js';
import { offline } from './offline.js';
import { createPayingLoader } from './createPayingLoader.js';
import { notNow } from './notNow.js';
import type { Confirmation, PayDeskParts, Paying } from './payPlan.js';
import { stopped } from './stopped.js';

/** What is to be drawn, in which texts, and by what. */
type Drawing = Parameters<Paying['refine']>;

export type PayDesk = {
  /** Makes ready to pay. Rejects where that cannot be had now; a further call tries anew. */
  load(): Promise<void>;
  /** While a payment is starting, answers that one's promise. */
  start(methodId: string): Promise<HandOffResult>;
  retry(): Promise<HandOffResult>;
  /** A last word on what is drawn. */
  refine(...drawing: Drawing): PickerView;
  stop(): void;
};

/** Takes the payer's confirmations, one at a time, also before the part of the script that pays is here. */
export function createPayDesk(parts: PayDeskParts): PayDesk {
  const { store, effects, loading } = parts;
  const phase = createPayingLoader(parts);
  let running: Promise<HandOffResult> | undefined;

  const payLater = async (confirmation: Confirmation): Promise<HandOffResult> => {
    // What was true before a payment began says nothing about what becomes of it, but the amount in it counts.
    const pending = loading.forget();
    store.dispatch({ type: 'paymentConfirmed', methodId: confirmation.method.id });
    const { state } = store.now();
    const failed = await phase.load().catch((error: unknown) => error as PaymentError);
    // Another link, or the end of the session: that is not what the payer has confirmed.
    if (store.now().state !== state) throw stopped();
    if (failed) store.dispatch({ type: 'paymentNotCreated', error: failed });
    const paying = phase.paying();
    if (failed || !paying) throw failed ?? notNow();
    return paying.pay({ ...confirmation, pending });
  };

  const confirm = (methodId: string): Promise<HandOffResult> => {
    const { state, answer } = store.now();
    if (state.name !== 'ready' || !answer) throw errorOf(state) ?? notNow();
    const method = answer.paymentMethods.find(({ id }) => id === methodId);
    if (!method) throw new PaymentError('method_unavailable', 'No offered method has this paymentMethodId.');
    if (effects.isOffline()) {
      const error = offline();
      store.dispatch({ type: 'paymentNotCreated', error });
      throw error;
    }
    const { sessionId, order } = answer.session;
    const confirmation = { method, sessionId, amount: order.amount };
    return phase.paying()?.pay(confirmation) ?? payLater(confirmation);
  };

  const oneAtATime = (begin: () => Promise<HandOffResult>): Promise<HandOffResult> => {
    // Its promise outlasts it by a moment, in which a merchant's callback may already pay anew.
    if (running && store.now().state.name === 'initiating') return running;
    try {
      const mine = begin().finally(() => {
        if (running === mine) running = undefined;
      });
      return (running = mine);
    } catch (error) {
      return Promise.reject(error);
    }
  };

  return {
    load: phase.load,
    // Not `async`: every press while a payment is starting gets the same promise.
    start: (methodId) => oneAtATime(() => confirm(methodId)),
    retry: () => oneAtATime(() => phase.paying()?.payAgain() ?? Promise.reject(notNow())),
    refine: (...drawing) => phase.paying()?.refine(...drawing) ?? drawing[0],
    stop() {
      running = undefined;
      phase.stop();
    },
  };
}
