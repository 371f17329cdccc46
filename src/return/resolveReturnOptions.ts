import { invalidOption } from '../core/invalidOption.js';
import type { ReturnOptions } from './returnOptions.js';

const LIMIT_MS = 120_000;
const ATTEMPT_MS = 8_000;

/** Options with every default filled in and every value checked. */
export type ReturnSettings = ReturnOptions & {
  readonly merchantName: string;
  readonly limitMs: number;
  readonly attemptMs: number;
};

/**
 * Checks every option and fills in every default, once.
 *
 * @throws PaymentError `options_invalid`, naming the option and what is wanted.
 */
export function resolveReturnOptions(options: ReturnOptions): ReturnSettings {
  const { getStatus, onStateChange, onWarning, merchantName, locale, signal } = options;
  const { limitMs = LIMIT_MS, attemptMs = ATTEMPT_MS } = options;
  check('getStatus', typeof getStatus === 'function', 'a function');
  check('onStateChange', isOptional(onStateChange, 'function'), 'a function');
  check('onWarning', isOptional(onWarning, 'function'), 'a function');
  check('merchantName', isOptional(merchantName, 'string'), 'a string');
  check('locale', isOptional(locale, 'string'), 'a string');
  check('signal', signal === undefined || signal instanceof AbortSignal, 'an AbortSignal');
  check('limitMs', isTime(limitMs), 'a number of milliseconds above 0');
  check('attemptMs', isTime(attemptMs), 'a number of milliseconds above 0');
  return {
    ...options,
    merchantName: merchantName ?? location.host,
    limitMs,
    attemptMs,
  };
}

function isOptional(value: unknown, type: 'function' | 'string'): boolean {
  return value === undefined || typeof value === type;
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < 2 ** 31;
}

function check(option: string, fits: boolean, wanted: string): void {
  if (!fits) throw invalidOption(option, wanted);
}
