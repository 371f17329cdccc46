import type { PickerAction, PickerView } from '../core/pickerView.js';
import { toPickerView } from '../core/toPickerView.js';
import type { Texts } from '../i18n/createTexts.js';
import type { Picker } from '../ui/mountPicker.js';
import type { Store } from './createStore.js';
import type { SessionPlan } from './sessionPlan.js';

export type Drawing = {
  container(): Element | undefined;
  /** What has been drawn, inside the container. */
  host(): Element | undefined;
  /** Draws into an element; a picker drawn before is taken away. */
  into(container: Element): void;
  redraw(): void;
  stop(): void;
};

/** What the payer can ask for on the picker. To go on is not among it: that is a link, which the browser follows. */
export type PickerCommands = Record<Exclude<PickerAction, 'continue'>, () => unknown> & {
  pay(methodId: string): unknown;
  /** The page has taken the picker away. */
  end(): void;
  /** A last word on what is drawn. */
  refine(view: PickerView, texts: Texts, picker: Picker): PickerView;
};

/** Keeps the picker on the screen in step with the store. */
export function createDrawing(
  { settings, effects }: SessionPlan,
  store: Store,
  texts: () => Texts,
  commands: PickerCommands,
): Drawing {
  let picker: Picker | undefined;
  let container: Element | undefined;
  let stopWatching: (() => void) | undefined;

  const redraw = (): void => {
    const { merchantName } = settings;
    const now = texts();
    picker?.render(commands.refine(toPickerView({ ...store.now(), merchantName, ...now }), now, picker));
  };
  const stop = (): void => {
    stopWatching?.();
    picker?.unmount();
    picker = undefined;
  };
  store.subscribe(redraw);
  return {
    container: () => container,
    host: () => picker?.host,
    into(element) {
      stop();
      container = element;
      picker = effects.mountPicker(element, {
        onSelect: (methodId) => store.dispatch({ type: 'methodSelected', methodId }),
        onPay() {
          const { state } = store.now();
          if (state.name === 'ready' && state.selectedMethodId !== undefined)
            commands.pay(state.selectedMethodId);
        },
        onAction(action) {
          if (action !== 'continue') commands[action]();
        },
      });
      stopWatching = effects.onRemoved(picker.host, commands.end);
      redraw();
    },
    redraw,
    stop,
  };
}
