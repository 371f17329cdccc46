import { z } from 'zod';
import type { Outcome } from './payments.js';
import { Problem } from './problem.js';

const wallet = z.looseObject({ providerData: z.string().min(1) });
const schema = z.union([
  z.looseObject({ applePayRequestData: wallet }),
  z.looseObject({ googlePayRequestData: wallet }),
]);

/**
 * What becomes of a payment that was approved in a wallet: a token in which the word `declined` stands is declined, and any
 * other is approved. The words around the token are ours, but for those of AltaPay's clients (C).
 *
 * @returns `undefined` where no wallet was used.
 * @throws Problem where a wallet was, and its token is missing.
 */
export function walletOutcome(requestData: unknown): Outcome | undefined {
  if (typeof requestData !== 'object' || !/"(apple|google)PayRequestData"/.test(JSON.stringify(requestData)))
    return undefined;
  const { data } = schema.safeParse(requestData);
  if (!data) {
    throw new Problem(400, 'VALIDATION_FAILED', 'The wallet’s token is missing.', {
      errors: [{ field: 'requestData', message: 'wants providerData, the token as one text' }],
    });
  }
  return JSON.stringify(data).includes('declined') ? 'DECLINED' : 'SUCCEEDED';
}
