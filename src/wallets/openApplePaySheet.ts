import { toDecimal } from '../core/money.js';
import { PaymentError } from '../errors.js';
import type { HandOffResult, MethodHandlerContext } from '../index.js';
import type { ApplePayConfig } from './applePayConfig.js';
import type {
  ApplePayPayment,
  ApplePayPaymentRequest,
  ApplePaySession,
  ApplePaySessionClass,
} from './applePaySession.js';
import { askForPayment } from './askForPayment.js';
import { walletContract } from './walletContract.js';

/** Of Apple Pay JS: the first whose sheet is answered by an object. Safari has it since 11.1. */
export const APPLE_PAY_VERSION = 3;

/** Apple closes a sheet that waits for half a minute. */
const VALIDATION_MS = 25_000;

/**
 * Opens the sheet at once, and follows it to its end: approved, cancelled, failed, or aborted by the session. From the approval
 * on only Checkout's answer counts, whatever becomes of the sheet.
 */
export function openApplePaySheet(
  context: MethodHandlerContext,
  config: ApplePayConfig,
  Session: ApplePaySessionClass,
): Promise<HandOffResult> {
  return new Promise((resolve, reject) => {
    const sheet = new Session(APPLE_PAY_VERSION, toRequest(context, config));
    const ending = new AbortController();
    let approved = false;
    const end = (tell: () => void): void => {
      if (ending.signal.aborted) return;
      ending.abort();
      tell();
    };
    const giveUp = (error: unknown): void =>
      end(() => {
        abort(sheet);
        reject(error);
      });

    sheet.onvalidatemerchant = ({ validationURL }) => {
      void validate(validationURL, config, ending.signal).then(
        (merchantSession) => {
          if (ending.signal.aborted) return;
          try {
            sheet.completeMerchantValidation(merchantSession);
          } catch (cause) {
            giveUp(notValidated(cause));
          }
        },
        (cause: unknown) => giveUp(notValidated(cause)),
      );
    };
    sheet.oncancel = () => {
      if (!approved) end(() => resolve({ type: 'cancelled' }));
    };
    sheet.onpaymentauthorized = ({ payment }) => {
      if (ending.signal.aborted) return;
      approved = true;
      void follow(context, config, payment).then(({ verdict, result }) => {
        ending.abort();
        close(sheet, Session, verdict);
        resolve(result);
      });
    };
    const stop = (): void => {
      // What was approved is on its way; the sheet is not to outlive the session all the same.
      if (approved) abort(sheet);
      else giveUp(new PaymentError('aborted', 'The session ended while the sheet was open.'));
    };
    context.signal.addEventListener('abort', stop, { signal: ending.signal });
    sheet.begin();
  });
}

function toRequest(
  { method, session }: MethodHandlerContext,
  config: ApplePayConfig,
): ApplePayPaymentRequest {
  const { text, list } = walletContract;
  const amount = session.order?.amount;
  if (!amount) throw new PaymentError('method_unavailable', 'There is no order to pay.');
  return {
    countryCode: text(method, 'countryCode', config.countryCode),
    currencyCode: amount.currency,
    supportedNetworks: list(method, 'supportedNetworks', config.supportedNetworks ?? ['visa', 'masterCard']),
    merchantCapabilities: list(
      method,
      'merchantCapabilities',
      config.merchantCapabilities ?? ['supports3DS'],
    ),
    total: { label: config.merchantName ?? location.hostname, amount: toDecimal(amount), type: 'final' },
  };
}

async function validate(
  validationURL: string,
  { validateMerchant, validationMs = VALIDATION_MS }: ApplePayConfig,
  outer: AbortSignal,
): Promise<unknown> {
  const own = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new PaymentError('timeout', 'The merchant was not validated in time.')),
      validationMs,
    );
  });
  outer.addEventListener('abort', () => own.abort(), { signal: own.signal });
  try {
    return await Promise.race([validateMerchant({ validationURL, signal: own.signal }), over]);
  } finally {
    clearTimeout(timer);
    own.abort();
  }
}

function notValidated(cause: unknown): PaymentError {
  return cause instanceof PaymentError
    ? cause
    : new PaymentError('method_unavailable', 'The merchant could not be validated.', {
        reason: 'merchant_validation',
        cause,
      });
}

function follow(
  context: MethodHandlerContext,
  { toRequestData }: ApplePayConfig,
  payment: ApplePayPayment,
): ReturnType<typeof askForPayment> {
  return askForPayment(context, () =>
    (toRequestData ?? (({ token }) => walletContract.appleRequestData(token)))(payment),
  );
}

// A sheet that has timed out or was closed meanwhile cannot be told anything.
function close(
  sheet: ApplePaySession,
  Session: ApplePaySessionClass,
  verdict: 'success' | 'fail' | 'unknown',
): void {
  if (verdict === 'unknown') return abort(sheet);
  try {
    sheet.completePayment({
      status: verdict === 'success' ? Session.STATUS_SUCCESS : Session.STATUS_FAILURE,
    });
  } catch {
    // The page says it.
  }
}

function abort(sheet: ApplePaySession): void {
  try {
    sheet.abort();
  } catch {
    // It is gone already.
  }
}
