import { guardUrl } from './guardUrl.js';
import { invalidResponse, lazyParser } from './lazyParser.js';
import { isId } from './isId.js';
import { keepValid } from './keepValid.js';
import { isKnownCurrency, toMoney } from './money.js';
import type { Parsing } from './parsing.js';
import { sanitizeText } from './sanitizeText.js';
import { schema } from './schema.js';
import { toEpochMs } from './toEpochMs.js';
import type { Customer, Merchant, OrderLine, Session, SessionStatus } from './session.js';

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
    taxAmount: schema.optional(amount),
    goodsType: schema.optional(text),
  });
});

/**
 * Reads the session object of `GET /session/{sessionId}`.
 *
 * @param raw - The answer's body.
 * @param parsing - See {@link Parsing}.
 * @returns The session, its texts sanitised and its URLs guarded. Broken order lines, a status that is no known word and a currency the
 * browser does not know leave a warning.
 * @throws {@link PaymentError} `response_invalid` when the session's id, the order or its amount is missing or wrong; an amount of
 * nothing is wrong, too.
 * @see AltaPay's OrderDetails (contract marks D, C); `status`, `merchant` and `expiresAt` are ours (mark O)
 */
export function parseSession(raw: unknown, parsing: Parsing): Session {
  const { sessionId, order, status, merchant, expiresAt } = parseShape(raw);
  const { warn } = parsing;
  if (!isId(sessionId)) throw invalidResponse('sessionId');
  const amount = toMoney(order.amount.value, order.amount.currency);
  if (!amount?.minorUnits) throw invalidResponse('order.amount');
  const orderLines = keepValid(order.orderLines, 'order line', toOrderLine, warn);
  if (!isKnownCurrency(amount.currency)) warn(`Unknown currency: ${amount.currency}`);
  const isStatus = STATUSES.includes(status);
  if (!isStatus && status !== undefined) warn('Unknown session status: taken as open');
  return {
    sessionId,
    order: {
      orderId: sanitizeText(order.orderId, 100),
      amount,
      orderLines,
      customer: toCustomer(order.customer),
    },
    status: isStatus ? (status as SessionStatus) : undefined,
    merchant: toMerchant(merchant, parsing),
    expiresAt: toEpochMs(expiresAt),
  };
}

function toOrderLine(raw: unknown): OrderLine {
  const shape = parseLineShape(raw);
  return {
    ...shape,
    itemId: sanitizeText(shape.itemId, 100),
    description: sanitizeText(shape.description, 200),
    taxAmount: shape.taxAmount ?? 0,
  };
}

function toCustomer(raw: unknown): Customer | undefined {
  const { firstName, lastName, email } = (raw ?? {}) as Record<string, unknown>;
  const customer = {
    firstName: sanitizeText(firstName, 100) || undefined,
    lastName: sanitizeText(lastName, 100) || undefined,
    email: sanitizeText(email, 100) || undefined,
  };
  return Object.values(customer).some(Boolean) ? customer : undefined;
}

function toMerchant(raw: unknown, parsing: Parsing): Merchant | undefined {
  const { name: rawName, logoUrl } = (raw ?? {}) as Record<string, unknown>;
  const name = sanitizeText(rawName, 100);
  return name ? { name, logoUrl: guardUrl(logoUrl, parsing) } : undefined;
}
