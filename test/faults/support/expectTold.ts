import { expect } from 'vitest';
import type { MessageKey } from '../../../src/core/messageKeys.js';
import type { PaymentErrorCode } from '../../../src/errors.js';
import { english } from '../../../src/i18n/messages.js';
import { MERCHANT } from './faultPage.js';
import type { EnginePayment } from './faultTest.js';

/** What a fault must come to. */
export type Told = {
  readonly state: string;
  /** The heading that is seen; what helps stands below it. */
  readonly key: MessageKey;
  /** Where it is not the key with `Help`. */
  readonly help?: MessageKey;
  /** What `onFailure` hears, once; left out: nothing. */
  readonly code?: PaymentErrorCode;
  readonly reason?: string;
};

/** Waits until the payer is told, and holds state, text, announcement and error to the row. */
export async function expectTold(
  payment: EnginePayment,
  { state, key, help, code, reason }: Told,
): Promise<void> {
  const heading = fill(english[key]);
  const text = fill(english[help ?? (`${key}Help` as MessageKey)]);
  await payment.picker.notice.getByRole('heading', { name: heading, exact: true }).waitFor();
  await payment.picker.notice.getByText(text, { exact: true }).waitFor();
  expect(await payment.announced()).toBe(`${heading}. ${text}`);
  expect(await payment.state()).toBe(state);
  const { failures } = await payment.heard();
  expect(failures).toEqual(code ? [expect.objectContaining({ code, ...(reason && { reason }) })] : []);
}

/** Nothing was asked for and nothing created, as the sandbox counts. */
export function expectNoPayment({ shop }: EnginePayment): void {
  expect(shop.sandbox.ledger()).toMatchObject({ arrivals: 0, paymentsCreated: 0, paymentsFinalised: 0 });
}

function fill(text: string): string {
  return text.replaceAll('{merchant}', MERCHANT);
}
