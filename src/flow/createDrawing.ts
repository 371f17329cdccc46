import type { PickerAction } from '../core/pickerView.js';
import { toPickerView } from '../core/toPickerView.js';
import type { Expiry } from './createExpiry.js';
import type { Store } from './createStore.js';
import type { Picker, SessionPlan, Texts } from './sessionPlan.js';

export type Drawing = {
  container(): Element | undefined;
  /** Draws into an element; a picker drawn before is taken away. */
  into(container: Element): void;
  redraw(): void;
  stop(): void;
};

/** What the payer can ask for on the picker. */
export type PickerCommands = {
  pay(methodId: string): unknown;
  retry(): unknown;
  reload(): unknown;
  refresh(): unknown;
};

/** Keeps the picker on the screen in step with the store. */
export function createDrawing(
  { settings, effects }: SessionPlan,
  store: Store,
  texts: () => Texts,
  expiry: Expiry,
  commands: PickerCommands,
): Drawing {
  let picker: Picker | undefined;
  let container: Element | undefined;

  const redraw = (): void => {
    if (!picker) return;
    const { state, answer } = store.now();
    const now = texts();
    const timeLeft = expiry.timeLeft(now.locale);
    picker.render(toPickerView({ state, answer, merchantName: settings.merchantName, timeLeft, ...now }));
  };
  const act: Record<PickerAction, () => unknown> = {
    reload: commands.reload,
    refresh: commands.refresh,
    retryPayment: commands.retry,
    // A real link: the browser follows it by itself.
    continue: () => undefined,
  };
  store.subscribe(redraw);
  return {
    container: () => container,
    into(element) {
      picker?.unmount();
      container = element;
      picker = effects.mountPicker(element, {
        onSelect: (methodId) => store.dispatch({ type: 'methodSelected', methodId }),
        onPay() {
          const { state } = store.now();
          if (state.name === 'ready' && state.selectedMethodId !== undefined)
            commands.pay(state.selectedMethodId);
        },
        onAction: (action) => void act[action](),
      });
      redraw();
    },
    redraw,
    stop() {
      picker?.unmount();
      picker = undefined;
    },
  };
}
