import { z } from 'zod';
import { toMoney } from '../core/money.js';
import { isCurrency } from './isCurrency.js';

/** AltaPay's gateways refuse longer texts once a payment starts, not when the order is made (contract: known field problem). */
const LONGEST_DESCRIPTION = 50;

/** A text that is there. */
export const text = z.string('must be a text').min(1, 'must not be empty');
const amount = z.number('must be a number');

const address = z
  .looseObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be two capital letters (ISO 3166), as in DK')
      .optional(),
  })
  .catchall(z.string('must be a text').optional());

const money = z
  .looseObject({
    value: amount.nonnegative('must not be negative'),
    currency: z
      .string('must be a text')
      .refine(isCurrency, 'must be a currency in capital letters (ISO 4217)'),
  })
  .superRefine(({ value, currency }, context) => {
    if (value < 0 || toMoney(value, currency)) return;
    const message = `is ${value}, which is not an amount of ${currency}: too many decimals, or too much`;
    context.addIssue({ code: 'custom', path: ['value'], message });
  });

const orderLine = z
  .looseObject({
    itemId: text,
    description: text.refine((value) => value.length <= LONGEST_DESCRIPTION, {
      error: ({ input }) =>
        `is ${(input as string).length} characters; payments have failed above ${LONGEST_DESCRIPTION}`,
    }),
    quantity: amount.positive('must be more than 0'),
    unitPrice: amount,
    taxAmount: amount.optional(),
    goodsType: z.enum(['item', 'shipment', 'handling'], 'must be item, shipment or handling').optional(),
  })
  .refine(({ unitPrice, goodsType }) => unitPrice >= 0 || goodsType === 'handling', {
    path: ['unitPrice'],
    error: 'is negative, which only a line of goodsType handling may be',
  });

/** Checks an order before it is sent, so that what is wrong is named where it was written. */
export const orderSchema = z.looseObject({
  orderId: text,
  amount: money,
  orderLines: z.array(orderLine, 'must be an array').optional(),
  customer: z
    .looseObject({
      firstName: z.string('must be a text').optional(),
      lastName: z.string('must be a text').optional(),
      email: z
        .string('must be a text')
        .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
        .optional(),
      billingAddress: address.optional(),
      shippingAddress: address.optional(),
    })
    .optional(),
  transactionInfo: z.record(z.string(), z.string('must be a text')).optional(),
});
