import { expect } from 'vitest';
import type { EnginePayment } from './faultTest.js';

/** What the payer may do next: nothing, or a button of this name that leads to the methods. */
export type Next = 'nothing' | 'Try again' | 'Check again';

/** Holds the page to that, and takes the way. */
export async function expectNext({ picker, focusInside, state }: EnginePayment, next: Next): Promise<void> {
  const buttons = picker.notice.getByRole('button');
  if (next === 'nothing') {
    expect(await buttons.count()).toBe(0);
    expect(await picker.payButton.isVisible()).toBe(false);
    return;
  }
  await buttons.filter({ hasText: next }).tap();
  await picker.methods.first().waitFor();
  expect(await state()).toBe('ready');
  expect(await focusInside()).toBe(true);
}
