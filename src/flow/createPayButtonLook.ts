import type { PickerView } from '../core/pickerView.js';
import type { Settings } from '../options.js';
import type { Overlay } from '../ui/createOverlay.js';
import type { Store } from './createStore.js';
import { handlerFor } from './offeredMethods.js';

export type PayButtonDresser = {
  /** The view with the chosen method's own words on the button, and its look on the picker. */
  refine(view: PickerView, root: ShadowRoot | null): PickerView;
};

/** Gives the pay button the look that the chosen method's handler wants, as wallets ask for in their guidelines. */
export function createPayButtonLook(
  store: Store,
  { methodHandlers }: Pick<Settings, 'methodHandlers'>,
  overlay: Overlay,
): PayButtonDresser {
  return {
    refine(view, root) {
      if (!methodHandlers.size) return view;
      const { payButton, methods, order } = view;
      const chosen = store.now().answer?.paymentMethods.find(({ id }) => id === methods?.selectedId);
      const look = chosen && handlerFor(chosen, methodHandlers)?.payButton;
      overlay(root, look?.css ?? '');
      if (!look || !order || !payButton || payButton.busy) return view;
      // Name and amount are the same in every language.
      return { ...view, payButton: { ...payButton, label: [{ isolate: look.name }, ' · ', order.total] } };
    },
  };
}
