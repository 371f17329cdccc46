/**
 * Every text a payer can see in any language. A key names the situation; the key with `Help` says what it means for the money and what
 * to do next. Placeholders in braces are filled by name: `{amount}`, `{merchant}`, `{host}`, `{app}`, `{from}`, `{to}`, `{time}`,
 * `{count}`, `{orderId}`, `{quantity}`.
 */
export type MessageKey = Exclude<keyof Messages, `orderLineCount${'Zero' | 'Two' | 'Few' | 'Many'}`>;

export type Messages = {
  // Frame
  regionLabel: string;
  loading: string;
  payTo: string;
  orderNumber: string;
  orderLines: string;
  // One form for each of the language's plural categories; Other stands in for those without their own.
  orderLineCountZero?: string;
  orderLineCountOne: string;
  orderLineCountTwo?: string;
  orderLineCountFew?: string;
  orderLineCountMany?: string;
  orderLineCountOther: string;
  quantity: string;
  total: string;
  chooseMethod: string;
  methodWithoutName: string;
  payAmount: string;
  initiating: string;
  timeLeft: string;
  linkExpiresSoon: string;
  // Actions
  tryAgain: string;
  checkAgain: string;
  continueToPayment: string;
  // Screens and notices
  handedOff: string;
  handedOffHelp: string;
  continueLink: string;
  continueLinkHelp: string;
  notConfirmed: string;
  notConfirmedAsking: string;
  notConfirmedRetry: string;
  notConfirmedHelp: string;
  inProgress: string;
  inProgressHelp: string;
  alreadyInProgress: string;
  alreadyInProgressHelp: string;
  alreadyPaid: string;
  alreadyPaidHelp: string;
  linkExpired: string;
  linkExpiredHelp: string;
  sessionEnded: string;
  sessionEndedHelp: string;
  sessionCancelled: string;
  sessionCancelledHelp: string;
  linkBroken: string;
  linkBrokenHelp: string;
  notAllowed: string;
  notAllowedHelp: string;
  cantReach: string;
  cantReachHelp: string;
  tooSlow: string;
  tooSlowHelp: string;
  offline: string;
  offlineHelp: string;
  checkNetwork: string;
  checkNetworkHelp: string;
  busy: string;
  busyHelp: string;
  problem: string;
  problemHelp: string;
  noMethods: string;
  noMethodsHelp: string;
  cantStart: string;
  cantStartHelp: string;
  unsafe: string;
  unsafeHelp: string;
  cancelled: string;
  cancelledHelp: string;
  welcomeBack: string;
  welcomeBackHelp: string;
  maybePaid: string;
  maybePaidHelp: string;
  amountChanged: string;
  amountChangedHelp: string;
  methodGone: string;
  methodGoneHelp: string;
  notSecure: string;
  notSecureHelp: string;
  // An app that the payment goes on in
  appNotOpened: string;
  appNotOpenedHelp: string;
  appNotOpenedWeb: string;
  otherMethod: string;
  // After the payment
  waiting: string;
  waitingHelp: string;
  stillWaiting: string;
  stillWaitingHelp: string;
  declined: string;
  // Beside the picker
  payOnPhone: string;
  payOnPhoneHelp: string;
  qrCode: string;
  qrCodeFailed: string;
  inApp: string;
  inAppHelp: string;
  copyLink: string;
  linkCopied: string;
  copyByHand: string;
};
