import { dropAbsent } from './dropAbsent.js';
import { guardUrl, type LogoRules } from './guardUrl.js';
import { invalidResponse, lazyParser } from './lazyParser.js';
import { isId } from './isId.js';
import { keepValid } from './keepValid.js';
import { isKnownCurrency, toMoney } from './money.js';
import { sanitizeText } from './sanitizeText.js';
import { schema } from './schema.js';
import { toEpochMs } from './toEpochMs.js';
import type { Merchant, Order, OrderLine, Parsed, Session, SessionStatus } from './session.js';

const STATUSES: readonly unknown[] = 'OPEN PROCESSING PAID EXPIRED CANCELLED'.split(' ');

const parseShape = lazyParser(() => {
  const text = schema.text();
  const anything = schema.anything();
  return schema.object({
    sessionId: text,
    order: schema.object({
      orderId: text,
      amount: schema.object({ value: schema.amount(), currency: text }),
      orderLines: anything,
      customer: anything,
    }),
    status: anything,
    merchant: anything,
    expiresAt: anything,
  });
});

const parseLineShape = lazyParser(() => {
  const text = schema.text();
  const amount = schema.amount();
  return schema.object({
    itemId: schema.anything(),
    description: text,
    quantity: amount,
    unitPrice: amount,
    taxAmount: schema.nullish(amount),
    goodsType: schema.nullish(text),
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
export function parseSession(raw: unknown, rules: LogoRules): Parsed<Session> {
  const { sessionId, order, status, merchant, expiresAt } = parseShape(raw);
  if (!isId(sessionId)) throw invalidResponse('sessionId');
  const amount = toMoney(order.amount.value, order.amount.currency);
  if (!amount?.minorUnits) throw invalidResponse('order.amount');
  const lines = keepValid(order.orderLines, 'order line', toOrderLine);
  const isStatus = STATUSES.includes(status);
  const value = dropAbsent({
    sessionId,
    order: dropAbsent({
      orderId: sanitizeText(order.orderId, 100),
      amount,
      orderLines: lines.value,
      customer: toCustomer(order.customer),
    }),
    status: isStatus ? (status as SessionStatus) : undefined,
    merchant: toMerchant(merchant, rules),
    expiresAt: toEpochMs(expiresAt),
  });
  const warnings = [...lines.warnings];
  if (!isKnownCurrency(amount.currency)) warnings.push(`Unknown currency: ${amount.currency}`);
  if (!isStatus && (status ?? undefined) !== undefined)
    warnings.push('Unknown session status: taken as open');
  return { value, warnings };
}

function toOrderLine(raw: unknown): OrderLine {
  const shape = parseLineShape(raw);
  return dropAbsent({
    ...shape,
    itemId: sanitizeText(shape.itemId, 100),
    description: sanitizeText(shape.description, 200),
    taxAmount: shape.taxAmount ?? 0,
  });
}

function toCustomer(raw: unknown): Order['customer'] {
  const { firstName, lastName, email } = (raw ?? {}) as Record<string, unknown>;
  const customer = dropAbsent({
    firstName: sanitizeText(firstName, 100) || undefined,
    lastName: sanitizeText(lastName, 100) || undefined,
    email: sanitizeText(email, 100) || undefined,
  });
  return Object.keys(customer).length > 0 ? customer : undefined;
}

function toMerchant(raw: unknown, rules: LogoRules): Merchant | undefined {
  const { name: rawName, logoUrl } = (raw ?? {}) as Record<string, unknown>;
  const name = sanitizeText(rawName, 100);
  return name ? dropAbsent({ name, logoUrl: guardUrl(logoUrl, rules) }) : undefined;
}
