import { z } from 'zod';
import type { SessionBody } from './sessionBody.js';

const text = z.string().min(1);
const httpUrl = z
  .url({ protocol: /^https?$/ })
  .refine((value) => !/^[^/]+\/\/[^/]*@/.test(value), 'must not hold credentials');

/** `success` and `failure` are of type `URL` (a form POST) or `FUNCTION` (the page's own business). */
const callback = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('URL'), value: httpUrl }),
  z.looseObject({ type: z.literal('FUNCTION'), value: text }),
]);
/** AltaPay's samples write the server's addresses both bare and as a pair. */
const serverCallback = z.union([httpUrl, callback]);

const address = z.looseObject({ country: z.string().optional() });

const order = z.looseObject({
  orderId: text.max(100),
  amount: z.looseObject({
    value: z.number().nonnegative().max(1e12),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters (ISO 4217)'),
  }),
  orderLines: z
    .array(
      z.looseObject({
        itemId: text,
        description: text,
        quantity: z.number().positive(),
        unitPrice: z.number(),
        taxAmount: z.number().optional(),
        goodsType: z.enum(['item', 'shipment', 'handling']).optional(),
      }),
    )
    .optional(),
  customer: z
    .looseObject({ billingAddress: address.nullish(), shippingAddress: address.nullish() })
    .nullish(),
  transactionInfo: z.record(z.string(), z.string()).nullish(),
});

/** What a merchant's backend sends to make or replace a session. Fields it does not know are kept and given back. */
export const sessionSchema = z.looseObject({
  order,
  callbacks: z
    .looseObject({
      success: callback.optional(),
      failure: callback.optional(),
      redirect: serverCallback.optional(),
      notification: serverCallback.optional(),
      formStyling: serverCallback.optional(),
      bodyFormat: z.enum(['XML', 'JSON']).optional(),
    })
    .optional(),
  configuration: z.looseObject({}).optional(),
}) satisfies z.ZodType<SessionBody>;

/** Link options of the documented call: pixels and minutes. */
export const linkSchema = z.looseObject({
  url: httpUrl.optional(),
  size: z.number().int().min(100).max(2000).default(500),
  validityTime: z.number().positive().max(5_256_000).default(20_160),
  activationTime: z.number().positive().max(5_256_000).default(10),
});

export type LinkBody = z.infer<typeof linkSchema>;

export const paymentSchema = z.looseObject({
  paymentMethodId: text,
  sessionId: text,
  requestData: z.unknown().optional(),
});
