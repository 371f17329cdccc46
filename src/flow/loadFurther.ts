import type { PickerView } from '../core/pickerView.js';
import type { Texts } from '../i18n/createTexts.js';
import type { PayDeskParts } from './payPlan.js';

/** What it takes to know whom to offer it. */
export type FurtherLoading = {
  readonly isInApp: boolean;
  watchDesk(onChange: () => void): { isDesk(): boolean; stop(): void };
  load(isDesk: () => boolean): Promise<{ refine(view: PickerView, texts: Texts): PickerView }>;
};

/**
 * Brings what is offered beside the picker, where there is a link that may be shown and somebody to offer it: a payer at a
 * computer, or inside an app. Should it not come, nothing is offered.
 *
 * @returns A last word on what is drawn.
 */
export function loadFurther(
  { settings, store, readLink, redraw }: PayDeskParts,
  { isInApp, watchDesk, load }: FurtherLoading,
): (view: PickerView, texts: Texts) => PickerView {
  let refine = (view: PickerView, _: Texts): PickerView => view;
  let asked = false;
  const desk = watchDesk(() => {
    look();
    redraw();
  });
  const look = (): void => {
    if (asked || store.now().state.name !== 'ready') return;
    const offered = isInApp || (settings.payOnPhone !== false && desk.isDesk());
    // What a page's own form of link may hold is not known here.
    if (!offered || settings.parsePaymentLink || !('linkId' in readLink())) return;
    asked = true;
    void load(desk.isDesk).then(
      (further) => {
        ({ refine } = further);
        redraw();
      },
      () => undefined,
    );
  };
  store.subscribe(({ state }) => {
    if (state.name === 'destroyed') desk.stop();
    else look();
  });
  look();
  return (view, texts) => refine(view, texts);
}
