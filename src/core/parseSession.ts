import * as z from 'zod/mini';
import { guardUrl } from './guardUrl.js';
import { invalidResponse, lazyParser } from './lazyParser.js';
import { keepValid } from './keepValid.js';
import { isKnownCurrency, toMoney } from './money.js';
import { sanitizeText } from './sanitizeText.js';
import { toEpochMs } from './toEpochMs.js';
import type { Merchant, Order, OrderLine, Parsed, Session, SessionStatus } from './session.js';

const STATUSES: readonly unknown[] = [
  'OPEN',
  'PROCESSING',
  'PAID',
  'EXPIRED',
  'CANCELLED',
] satisfies SessionStatus[];

const parseShape = lazyParser(() => {
  const anything = z.optional(z.unknown());
  return z.object({
    sessionId: z.string().check(z.regex(/^[\w-]{1,128}$/)),
    order: z.object({
      orderId: z.string(),
      amount: z.object({ value: z.number(), currency: z.string().check(z.regex(/^[a-z]{3}$/i)) }),
      orderLines: anything,
      customer: anything,
    }),
    status: anything,
    merchant: anything,
    expiresAt: anything,
  });
});

const parseLineShape = lazyParser(() => {
  const anything = z.optional(z.unknown());
  return z.object({
    itemId: anything,
    description: z.string(),
    quantity: z.number(),
    unitPrice: z.number(),
    taxAmount: z.nullish(z.number()),
    goodsType: z.nullish(z.string()),
  });
});

/**
 * Reads the session object of `GET /session/{sessionId}`.
 *
 * @param raw - The answer's body.
 * @param rules - `allowPrivateHttp`: whether the merchant's logo may come by plain http from a private address.
 * @returns The session, its texts sanitised and its URLs guarded. Broken order lines, a status that is no known word and a currency the
 * browser does not know leave a warning.
 * @throws {@link PaymentError} `response_invalid` when the session's id, the order or its amount is missing or wrong; an amount of
 * nothing is wrong, too.
 * @see AltaPay's OrderDetails (contract marks D, C); `status`, `merchant` and `expiresAt` are ours (mark O)
 */
export function parseSession(
  raw: unknown,
  { allowPrivateHttp }: { readonly allowPrivateHttp: boolean },
): Parsed<Session> {
  const { sessionId, order: rawOrder, ...rest } = parseShape(raw);
  const amount = toMoney(rawOrder.amount.value, rawOrder.amount.currency);
  if (!amount?.minorUnits) throw invalidResponse('order.amount.value');
  const { value: orderLines, warnings: lineWarnings } = keepValid(
    rawOrder.orderLines,
    'order line',
    toOrderLine,
  );
  const warnings = [...lineWarnings];
  if (!isKnownCurrency(amount.currency))
    warnings.push(`This browser does not know the currency ${amount.currency}`);
  const customer = toCustomer(rawOrder.customer);
  const order: Order = {
    orderId: sanitizeText(rawOrder.orderId, 100),
    amount,
    orderLines,
    ...(customer && { customer }),
  };
  const hasStatus = STATUSES.includes(rest.status);
  if (!hasStatus && rest.status != null)
    warnings.push('The session’s status is no known word; it counts as open');
  const merchant = toMerchant(rest.merchant, allowPrivateHttp);
  const expiresAt = toEpochMs(rest.expiresAt);
  const value: Session = {
    sessionId,
    order,
    ...(hasStatus && { status: rest.status as SessionStatus }),
    ...(merchant && { merchant }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  return { value, warnings };
}

function toOrderLine(raw: unknown): OrderLine {
  const { itemId, description, quantity, unitPrice, taxAmount, goodsType } = parseLineShape(raw);
  return {
    itemId: sanitizeText(itemId, 100),
    description: sanitizeText(description, 200),
    quantity,
    unitPrice,
    taxAmount: taxAmount ?? 0,
    ...(goodsType && { goodsType }),
  };
}

function toCustomer(raw: unknown): NonNullable<Order['customer']> | undefined {
  const { firstName, lastName, email } = fields(raw, 'firstName', 'lastName', 'email');
  const customer = {
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(email && { email }),
  };
  return firstName || lastName || email ? customer : undefined;
}

function toMerchant(raw: unknown, allowPrivateHttp: boolean): Merchant | undefined {
  const { name } = fields(raw, 'name');
  const logoUrl = guardUrl((raw as { logoUrl?: unknown } | null | undefined)?.logoUrl, { allowPrivateHttp });
  return name ? { name, ...(logoUrl && { logoUrl }) } : undefined;
}

function fields<K extends string>(raw: unknown, ...names: readonly K[]): Record<K, string> {
  const source = (raw ?? {}) as Record<K, unknown>;
  return Object.fromEntries(names.map((name) => [name, sanitizeText(source[name], 100)])) as Record<
    K,
    string
  >;
}
