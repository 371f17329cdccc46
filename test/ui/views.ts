import type { MethodsView, NoticeView, OrderView, PickerView } from '../../src/core/pickerView.js';

const frame = { lang: 'en', dir: 'ltr', label: 'Payment', payTo: 'Pay to', loading: false } as const;

export const loadingView: PickerView = {
  ...frame,
  screen: 'loading',
  loading: true,
  announcement: { text: 'Getting your order…', assertive: false },
};

export const order: OrderView = {
  number: ['Order ', { isolate: '1234' }],
  linesHeading: 'Your order',
  linesCount: '2 items',
  lines: [
    { description: 'Coffee', quantity: '2 ×', total: '€10.00' },
    { description: 'Shipping', total: '€2.50' },
  ],
  totalLabel: 'Total',
  total: '€12.50',
};

export const methods: MethodsView = {
  legend: 'How do you want to pay?',
  options: [
    {
      id: 'card',
      name: 'Card',
      description: 'Visa, Mastercard',
      logoUrl: new URL('https://logos.test/card.svg'),
    },
    { id: 'mobile', name: 'MobilePay' },
    { id: 'bank', name: 'Bank transfer' },
  ],
  locked: false,
};

export const readyView: PickerView = {
  ...frame,
  screen: 'ready',
  merchant: { name: 'Nordlys Kaffe' },
  order,
  methods,
  payButton: { label: ['Pay ', { isolate: '€12.50' }], disabled: true, busy: false },
};

export const selectedView: PickerView = {
  ...readyView,
  methods: { ...methods, selectedId: 'mobile' },
  payButton: { label: ['Pay ', { isolate: '€12.50' }], disabled: false, busy: false },
};

export const initiatingView: PickerView = {
  ...selectedView,
  screen: 'initiating',
  methods: { ...methods, selectedId: 'mobile', locked: true },
  payButton: { label: ['Starting your payment…'], disabled: true, busy: true },
};

const failure: NoticeView = {
  placement: 'screen',
  tone: 'error',
  heading: ['We can’t reach the payment service'],
  text: ['You have not paid. Ask ', { isolate: 'Nordlys Kaffe' }, '.'],
  action: { kind: 'reload', label: ['Try again'] },
  busy: false,
};

export const failedView: PickerView = {
  ...frame,
  screen: 'failed',
  merchant: { name: 'Nordlys Kaffe' },
  notice: failure,
  announcement: { text: 'We can’t reach the payment service', assertive: true },
};
