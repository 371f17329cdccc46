// What an API that keeps its contract answers. Fresh copies: a test may change them.

export function sessionAnswer(): Record<string, unknown> {
  return {
    sessionId: '5b8c9f1e-0000-4000-8000-000000000001',
    context: { browser: {} },
    order: {
      orderId: 'A-1001',
      amount: { value: 250, currency: 'DKK' },
      orderLines: [
        {
          itemId: '1',
          description: 'Blue mug',
          quantity: 2,
          unitPrice: 100,
          taxAmount: 50,
          goodsType: 'item',
        },
      ],
      customer: { firstName: 'Åse', lastName: 'Ø', email: 'ase@example.com', billingAddress: { city: 'X' } },
      transactionInfo: { a: 'b' },
    },
    status: 'OPEN',
    merchant: { name: 'Mug Shop', logoUrl: 'https://shop.example/logo.svg' },
    expiresAt: '2026-11-22T12:10:00Z',
  };
}

export function methodAnswer(): Record<string, unknown> {
  return {
    id: 'card-1',
    type: 'CARD',
    name: 'Card',
    description: 'Visa, Mastercard',
    logoUrl: 'https://checkout.example/card.svg',
    display: 'LIST',
    onInitiatePayment: { type: 'URL', value: 'https://checkout.example/checkout/v1/api/payment' },
    onRenderCheck: { type: 'FUNCTION', value: 'canPay' },
    jsMethodHandler: 'card',
    metadata: { brand: 'visa' },
  };
}

export function activationAnswer(): Record<string, unknown> {
  return {
    token: 'eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2ln',
    serverTime: '2026-11-22T12:00:00Z',
    expiresAt: '2026-11-22T12:10:00Z',
    session: sessionAnswer(),
    paymentMethods: { methods: [methodAnswer()] },
  };
}

export function initiationAnswer(): Record<string, unknown> {
  return {
    paymentId: 'p-1',
    shopOrderId: 'A-1001',
    externalPaymentId: 'e-1',
    status: 'NEW',
    type: 'REDIRECT',
    url: 'https://gateway.example/pay/1',
  };
}

/** The answer with one field set, by its path. */
export function withField(
  answer: Record<string, unknown>,
  path: string,
  value: unknown,
): Record<string, unknown> {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let target = answer;
  for (const key of keys) target = target[key] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return answer;
}

/** What a parser made of an answer, and what it had to say about it. */
export function parsed<T>(
  parse: (raw: unknown, parsing: { allowPrivateHttp: boolean; warn: (warning: string) => void }) => T,
  raw: unknown,
  rules: { allowPrivateHttp: boolean },
): { value: T; warnings: string[] } {
  const warnings: string[] = [];
  const value = parse(raw, { ...rules, warn: (warning) => void warnings.push(warning) });
  return { value, warnings };
}
