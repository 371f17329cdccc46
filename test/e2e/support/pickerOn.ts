import type { Locator, Page } from 'playwright-core';

/** Where things stand in the picker, inside its shadow root. */
export type PickerOnPage = {
  readonly merchant: Locator;
  readonly total: Locator;
  readonly lines: Locator;
  readonly methods: Locator;
  readonly payButton: Locator;
  readonly notice: Locator;
  /** A method's row, by the method's name. */
  method(name: string): Locator;
  /** Taps a method and then the pay button. */
  payWith(name: string): Promise<void>;
};

/** Finds the picker's parts on a page. */
export function pickerOn(page: Page): PickerOnPage {
  const picker = page.locator('[part=picker]');
  const method = (name: string): Locator =>
    picker.locator('label', { has: page.getByText(name, { exact: true }) });
  const payButton = picker.locator('[part=pay-button]');
  return {
    merchant: picker.locator('[part=merchant]'),
    total: picker.locator('[part=total] > bdi'),
    lines: picker.locator('[part=order] li'),
    methods: picker.getByRole('radio'),
    payButton,
    notice: picker.locator('[part=notice]'),
    method,
    async payWith(name) {
      await method(name).tap();
      await payButton.tap();
    },
  };
}
