import type { Messages } from '../core/messageKeys.js';

/** English as far as it may be needed before a payment, and with no network left. What the API refuses is said by the second part. */
export const firstEnglish = {
  regionLabel: 'Payment',
  loading: 'Getting your order…',
  payTo: 'Pay to',
  orderNumber: 'Order {orderId}',
  orderLines: 'Your order',
  orderLineCountOne: '1 item',
  orderLineCountOther: '{count} items',
  quantity: '{quantity} ×',
  total: 'Total',
  chooseMethod: 'How do you want to pay?',
  methodWithoutName: 'Payment method',
  payAmount: 'Pay {amount}',
  initiating: 'Starting your payment…',
  tryAgain: 'Try again',
  checkAgain: 'Check again',
  inProgress: 'A payment is under way',
  inProgressHelp: 'Finish it where you started it. This page shows when it is done. Please don’t pay again.',
  alreadyPaid: 'This order is paid',
  alreadyPaidHelp: 'There is nothing more to pay.',
  linkExpired: 'This payment link has run out',
  linkExpiredHelp: 'No payment was started. Ask {merchant} for a new link.',
  sessionEnded: 'This page has been open too long',
  sessionEndedHelp: 'No payment was started. Open the payment link again to go on.',
  sessionCancelled: 'This order was cancelled',
  sessionCancelledHelp: 'There is nothing to pay. If that surprises you, ask {merchant}.',
  linkBroken: 'This link does not work',
  linkBrokenHelp:
    'No payment was started. Open the payment link or scan the code again. If that does not help, ask {merchant} for a new link.',
  cantReach: 'We can’t reach the payment service',
  cantReachHelp:
    'No payment was started. Check your connection, turn off any ad blocker here, then try again.',
  tooSlow: 'This is taking too long',
  tooSlowHelp: 'No payment was started. Your connection seems slow. Please try again.',
  offline: 'You are offline',
  offlineHelp: 'No payment was started. You can go on when you are back online.',
  checkNetwork: 'Your Wi-Fi wants you to sign in',
  checkNetworkHelp: 'No payment was started. Sign in, or switch to mobile data, then try again.',
  problem: 'Something went wrong on our side',
  problemHelp: 'No payment was started. Please try again. If that does not help, ask {merchant}.',
  noMethods: 'There is no way to pay here yet',
  noMethodsHelp: 'No payment was started. Ask {merchant} for another way to pay.',
  cantStart: 'Your payment could not be started',
  cantStartHelp: 'You have not been charged. Try again or choose another way to pay.',
  amountChanged: 'The amount has changed',
  amountChangedHelp: 'It was {from} and is now {to}. Please check it before you pay.',
  methodGone: 'That way to pay is gone',
  methodGoneHelp: 'You have not been charged. Please choose another way to pay.',
  notSecure: 'This page is not secure',
  notSecureHelp: 'No payment was started. Ask {merchant} for a secure link.',
} satisfies Partial<Messages>;

/** Said where the payment is chosen, and after it. */
const stoppedEnglish = {
  cancelled: 'You stopped the payment',
  cancelledHelp: 'You have not been charged. You can go on when you like.',
  declined: 'The payment did not go through',
};

/** Said where the way out of the page did not open by itself. */
export const leavingEnglish = {
  continueToPayment: 'Continue to {host}',
  continueLink: 'One more step',
  continueLinkHelp:
    'Your browser did not open the payment page. Use the button to go there. You have not been charged yet.',
};

/** What English says of a refusal, and from a payment on; it is loaded with what pays. */
export const payEnglish = {
  alreadyInProgress: 'A payment is already under way',
  alreadyInProgressHelp:
    'Perhaps you started it in another window or on another device. Please wait a moment, then check again.',
  notAllowed: 'This page may not show the payment',
  notAllowedHelp: 'No payment was started. Ask {merchant} for another way to pay.',
  busy: 'The payment service is busy',
  busyHelp: 'No payment was started. Please wait a moment, then try again.',
  timeLeft: 'Time left: {time}',
  linkExpiresSoon: 'Less than two minutes left to pay.',
  handedOff: 'Taking you to {host}',
  handedOffHelp: 'You finish the payment there. You have not been charged yet.',
  ...leavingEnglish,
  notConfirmed: 'We don’t know what became of your payment',
  notConfirmedAsking: 'We are finding out. Please don’t pay again yet.',
  notConfirmedRetry: 'You can go on with it now. It stays one payment.',
  notConfirmedHelp: 'Please check with {merchant} before paying again.',
  unsafe: 'We stopped this payment to keep you safe',
  unsafeHelp:
    'You have not been charged. It led to a place we do not trust. Please choose another way to pay.',
  ...stoppedEnglish,
  welcomeBack: 'Welcome back',
  welcomeBackHelp: 'This order is not paid yet. Choose how you want to pay.',
  maybePaid: 'Did you finish your payment?',
  maybePaidHelp:
    'We can’t see that here. If you did, please don’t pay again. If not, choose how you want to pay.',
  appNotOpened: 'Did {app} not open?',
  appNotOpenedHelp:
    'If you have the app on this device, open it with the button. You have not been charged yet.',
  appNotOpenedWeb: 'You can go on without the app, in the browser. You have not been charged yet.',
  otherMethod: 'Choose another way to pay',
} satisfies Partial<Messages>;

/** What English says after the payment; only the page that the payer comes back to loads it. */
export const returnEnglish = {
  ...stoppedEnglish,
  waiting: 'Your payment is being confirmed',
  waitingHelp: 'This takes a moment. Please don’t pay again.',
  stillWaiting: 'Your payment is not confirmed yet',
  stillWaitingHelp: 'Sometimes it takes longer. Please check with {merchant} before paying again.',
} satisfies Partial<Messages>;

/** What English says beside the picker, to those who are offered more; it is loaded with that. */
export const furtherEnglish = {
  payOnPhone: 'Pay with your phone instead',
  payOnPhoneHelp: 'Scan the code with your phone’s camera. You will see here when it is paid.',
  qrCode: 'QR code of the payment link',
  qrCodeFailed: 'We can’t show the code right now. You can still pay here, or copy the link to your phone.',
  inApp: 'This page is open inside an app',
  inAppHelp: 'Some ways to pay may not work from here. If so, copy the link and open it in your browser.',
  copyLink: 'Copy the link',
  linkCopied: 'The link is copied.',
  copyByHand: 'Please copy this link yourself',
} satisfies Partial<Messages>;

/** All of English: what every other language says, too. */
export const english: Messages = { ...firstEnglish, ...payEnglish, ...returnEnglish, ...furtherEnglish };
