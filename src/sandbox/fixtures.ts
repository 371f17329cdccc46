import type { SandboxMerchant, SandboxMethod } from './methods.js';
import type { SessionBody } from './sessionBody.js';

/** The conditions a session can be met in, ready-made. */
export type FixtureName =
  | 'open'
  | 'processing'
  | 'paid'
  | 'expired'
  | 'cancelled'
  | 'noMethods'
  | 'oneMethod'
  | 'thirtyMethods'
  | 'rightToLeft'
  | 'hostileNames';

/** What sets a fixture apart from an open session of the sandbox's own merchant and methods. */
export type Fixture = {
  readonly condition?: 'PROCESSING' | 'PAID' | 'EXPIRED' | 'CANCELLED';
  readonly methods?: readonly SandboxMethod[];
  readonly merchant?: SandboxMerchant;
  readonly orderLines?: readonly Line[];
};

type Line = NonNullable<SessionBody['order']['orderLines']>[number];

const method = (id: string, name: string, description: string): SandboxMethod => ({
  id,
  type: id.toUpperCase(),
  name,
  description,
});
const line = (description: string, quantity: number, unitPrice: number): Line => ({
  itemId: `item-${unitPrice}`,
  description,
  quantity,
  unitPrice,
});

/** The order of every fixture that does not bring lines of its own. */
export const fixtureLines: readonly Line[] = [
  line('Morning roast, whole beans, 500 g', 2, 89),
  line('Stoneware mug', 1, 149),
  line('Delivery', 1, 39),
];

/** Names that mean harm, or are only odd: whoever shows one shows it as it is, or leaves out what cannot be seen. */
const HOSTILE = [
  '<img src=x onerror="globalThis.hacked=1">',
  '"><script>globalThis.hacked=1</script>',
  '\u202Edrac esrever\u202C',
  'Blank\u200B\u0000\u0007\uFEFF name',
  '__proto__',
  '${7*7} {{7*7}} %s %n',
  'W'.repeat(400),
];

/** Every fixture by its name. */
export const fixtures: Readonly<Record<FixtureName, Fixture>> = {
  open: {},
  processing: { condition: 'PROCESSING' },
  paid: { condition: 'PAID' },
  expired: { condition: 'EXPIRED' },
  cancelled: { condition: 'CANCELLED' },
  noMethods: { methods: [] },
  oneMethod: { methods: [method('card', 'Card', 'Credit or debit card')] },
  thirtyMethods: {
    methods: Array.from({ length: 30 }, (_, index) =>
      method(`bank-${index + 1}`, `Bank ${index + 1}`, `Pay from your account at bank ${index + 1}`),
    ),
  },
  rightToLeft: {
    merchant: { name: 'متجر القهوة' },
    methods: [
      method('card', 'بطاقة', 'بطاقة ائتمان أو خصم (Visa)'),
      method('bank', 'העברה בנקאית', 'תשלום מחשבון הבנק שלך'),
    ],
    orderLines: [line('قهوة عربية محمصة 250 غ', 3, 64), line('ספל קרמיקה', 1, 149)],
  },
  hostileNames: {
    merchant: { name: 'Shop <b>& Sons</b>' },
    methods: HOSTILE.map((name, index) => method(`odd-${index + 1}`, name, name)),
    orderLines: HOSTILE.map((name, index) => line(name, 1, index + 10)),
  },
};
