import type { Locator, Page } from 'playwright-core';
import type { EngineLocator, EnginePage } from './enginePage.js';

/** Where things stand in the picker, inside its shadow root. */
export type PickerOnPage<L extends EngineLocator = Locator> = {
  readonly merchant: L;
  readonly total: L;
  readonly lines: L;
  readonly methods: L;
  readonly payButton: L;
  readonly notice: L;
  /** A method's row, by the method's name. */
  method(name: string): L;
  /** Taps a method and then the pay button. */
  payWith(name: string): Promise<void>;
};

/** Finds the picker's parts on a page. */
export function pickerOn(page: Page): PickerOnPage;
export function pickerOn(page: EnginePage): PickerOnPage<EngineLocator>;
export function pickerOn(page: EnginePage): PickerOnPage<EngineLocator> {
  const picker = page.locator('[part=picker]');
  const method = (name: string): EngineLocator =>
    picker.locator('label', { has: page.getByText(name, { exact: true }) as Locator });
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
