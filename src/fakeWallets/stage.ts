/** A card of the pretend wallets. The sandbox declines the one and approves the other. */
export type FakeCard = 'approved' | 'declined';

/** The sheet that is open, as a payer would see it. */
export type FakeSheet = {
  readonly wallet: 'Apple Pay' | 'Google Pay';
  readonly label: string;
  /** The total as the page gave it, e.g. `447.00`. */
  readonly amount: string;
  readonly currency: string;
  /** `validating`: it waits for the merchant. `choosing`: for the payer. `paying`: for what becomes of the payment. */
  readonly phase: 'validating' | 'choosing' | 'paying';
};

/** What the payer does on the sheet. */
export type SheetActions = { approve(card: FakeCard): void; cancel(): void };

/** Where one sheet at a time is shown, whichever wallet's it is. */
export type Stage = {
  now(): FakeSheet | undefined;
  /** Answers what changes the sheet; `undefined` takes it away. */
  open(sheet: FakeSheet, actions: SheetActions): (phase: FakeSheet['phase'] | undefined) => void;
  /** The payer's press. @throws Error where there is no sheet, or it waits for somebody else. */
  press(press: (actions: SheetActions) => void, phases: readonly FakeSheet['phase'][]): void;
  /** Takes away what is open, as leaving the page does. */
  clear(): void;
};

/** @param onChange - Hears of every change, so that the sheet can be drawn. */
export function createStage(onChange: (sheet: FakeSheet | undefined) => void): Stage {
  let shown: { readonly sheet: FakeSheet; readonly actions: SheetActions; readonly id: symbol } | undefined;
  const show = (next: typeof shown): void => {
    shown = next;
    onChange(next?.sheet);
  };
  return {
    now: () => shown?.sheet,
    open(sheet, actions) {
      const id = Symbol();
      show({ sheet, actions, id });
      return (phase) => {
        // One that was closed does not change the sheet of another.
        if (shown?.id !== id) return;
        show(phase && { ...shown, sheet: { ...shown.sheet, phase } });
      };
    },
    press(press, phases) {
      if (!shown || !phases.includes(shown.sheet.phase))
        throw new Error(
          `There is no sheet to press on: ${shown ? `it is ${shown.sheet.phase}` : 'none is open'}.`,
        );
      press(shown.actions);
    },
    clear: () => show(undefined),
  };
}
