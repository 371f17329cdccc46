import type { Messages } from '../../core/messageKeys.js';

export const messages: Messages = {
  regionLabel: 'Zahlung',
  loading: 'Ihre Bestellung wird geladen …',
  payTo: 'Zahlung an',
  orderNumber: 'Bestellung {orderId}',
  orderLines: 'Ihre Bestellung',
  orderLineCountOne: '1 Artikel',
  orderLineCountOther: '{count} Artikel',
  quantity: '{quantity} ×',
  total: 'Gesamtbetrag',
  chooseMethod: 'Wie möchten Sie bezahlen?',
  methodWithoutName: 'Zahlungsart',
  payAmount: '{amount} bezahlen',
  initiating: 'Ihre Zahlung wird gestartet …',
  timeLeft: 'Verbleibende Zeit: {time}',
  linkExpiresSoon: 'Ihnen bleiben weniger als zwei Minuten zum Bezahlen.',
  tryAgain: 'Erneut versuchen',
  checkAgain: 'Erneut prüfen',
  continueToPayment: 'Weiter zu {host}',
  handedOff: 'Sie werden zu {host} weitergeleitet',
  handedOffHelp: 'Dort schließen Sie die Zahlung ab. Bisher wurde nichts abgebucht.',
  continueLink: 'Noch ein Schritt',
  continueLinkHelp:
    'Ihr Browser hat die Zahlungsseite nicht geöffnet. Über die Schaltfläche gelangen Sie dorthin. Bisher wurde nichts abgebucht.',
  notConfirmed: 'Wir wissen nicht, was aus Ihrer Zahlung geworden ist',
  notConfirmedAsking: 'Wir klären das gerade. Bitte bezahlen Sie noch nicht erneut.',
  notConfirmedRetry: 'Sie können sie jetzt fortsetzen. Es bleibt bei einer Zahlung.',
  notConfirmedHelp: 'Bitte fragen Sie bei {merchant} nach, bevor Sie erneut bezahlen.',
  inProgress: 'Eine Zahlung läuft gerade',
  inProgressHelp:
    'Schließen Sie sie dort ab, wo Sie sie begonnen haben. Diese Seite zeigt an, wenn sie abgeschlossen ist. Bitte bezahlen Sie nicht erneut.',
  alreadyInProgress: 'Es läuft bereits eine Zahlung',
  alreadyInProgressHelp:
    'Vielleicht haben Sie sie in einem anderen Fenster oder auf einem anderen Gerät begonnen. Bitte warten Sie einen Moment und prüfen Sie dann erneut.',
  alreadyPaid: 'Diese Bestellung ist bezahlt',
  alreadyPaidHelp: 'Sie müssen nichts mehr bezahlen.',
  linkExpired: 'Dieser Zahlungslink ist abgelaufen',
  linkExpiredHelp: 'Es wurde keine Zahlung gestartet. Bitten Sie {merchant} um einen neuen Link.',
  sessionEnded: 'Diese Seite war zu lange geöffnet',
  sessionEndedHelp: 'Es wurde keine Zahlung gestartet. Öffnen Sie den Zahlungslink erneut, um fortzufahren.',
  sessionCancelled: 'Diese Bestellung wurde storniert',
  sessionCancelledHelp:
    'Sie müssen nichts bezahlen. Falls Sie das überrascht, fragen Sie bei {merchant} nach.',
  linkBroken: 'Dieser Link funktioniert nicht',
  linkBrokenHelp:
    'Es wurde keine Zahlung gestartet. Öffnen Sie den Zahlungslink oder scannen Sie den Code noch einmal. Wenn das nicht hilft, bitten Sie {merchant} um einen neuen Link.',
  notAllowed: 'Diese Seite darf die Zahlung nicht anzeigen',
  notAllowedHelp:
    'Es wurde keine Zahlung gestartet. Fragen Sie bei {merchant} nach einer anderen Zahlungsart.',
  cantReach: 'Der Zahlungsdienst ist nicht erreichbar',
  cantReachHelp:
    'Es wurde keine Zahlung gestartet. Prüfen Sie Ihre Verbindung, schalten Sie einen etwaigen Werbeblocker auf dieser Seite aus und versuchen Sie es erneut.',
  tooSlow: 'Das dauert zu lange',
  tooSlowHelp:
    'Es wurde keine Zahlung gestartet. Ihre Verbindung scheint langsam zu sein. Bitte versuchen Sie es erneut.',
  offline: 'Sie sind offline',
  offlineHelp: 'Es wurde keine Zahlung gestartet. Sie können fortfahren, sobald Sie wieder online sind.',
  checkNetwork: 'Ihr WLAN verlangt eine Anmeldung',
  checkNetworkHelp:
    'Es wurde keine Zahlung gestartet. Melden Sie sich an oder wechseln Sie zu mobilen Daten und versuchen Sie es dann erneut.',
  busy: 'Der Zahlungsdienst ist ausgelastet',
  busyHelp:
    'Es wurde keine Zahlung gestartet. Bitte warten Sie einen Moment und versuchen Sie es dann erneut.',
  problem: 'Bei uns ist etwas schiefgelaufen',
  problemHelp:
    'Es wurde keine Zahlung gestartet. Bitte versuchen Sie es erneut. Wenn das nicht hilft, fragen Sie bei {merchant} nach.',
  noMethods: 'Hier kann noch nicht bezahlt werden',
  noMethodsHelp:
    'Es wurde keine Zahlung gestartet. Fragen Sie bei {merchant} nach einer anderen Zahlungsart.',
  cantStart: 'Ihre Zahlung konnte nicht gestartet werden',
  cantStartHelp:
    'Es wurde nichts abgebucht. Versuchen Sie es erneut oder wählen Sie eine andere Zahlungsart.',
  unsafe: 'Zu Ihrer Sicherheit haben wir diese Zahlung gestoppt',
  unsafeHelp:
    'Es wurde nichts abgebucht. Die Zahlung führte zu einer Adresse, der wir nicht vertrauen. Bitte wählen Sie eine andere Zahlungsart.',
  cancelled: 'Sie haben die Zahlung abgebrochen',
  cancelledHelp: 'Es wurde nichts abgebucht. Sie können jederzeit fortfahren.',
  welcomeBack: 'Willkommen zurück',
  welcomeBackHelp: 'Diese Bestellung ist noch nicht bezahlt. Wählen Sie, wie Sie bezahlen möchten.',
  maybePaid: 'Haben Sie die Zahlung abgeschlossen?',
  maybePaidHelp:
    'Das können wir hier nicht sehen. Falls ja, bezahlen Sie bitte nicht erneut. Falls nein, wählen Sie, wie Sie bezahlen möchten.',
  amountChanged: 'Der Betrag hat sich geändert',
  amountChangedHelp: 'Er betrug {from} und beträgt jetzt {to}. Bitte prüfen Sie ihn, bevor Sie bezahlen.',
  methodGone: 'Diese Zahlungsart ist nicht mehr verfügbar',
  methodGoneHelp: 'Es wurde nichts abgebucht. Bitte wählen Sie eine andere Zahlungsart.',
  notSecure: 'Diese Seite ist nicht sicher',
  notSecureHelp: 'Es wurde keine Zahlung gestartet. Bitten Sie {merchant} um einen sicheren Link.',
  appNotOpened: 'Hat sich {app} nicht geöffnet?',
  appNotOpenedHelp:
    'Wenn Sie die App auf diesem Gerät haben, öffnen Sie sie über die Schaltfläche. Bisher wurde nichts abgebucht.',
  appNotOpenedWeb: 'Sie können ohne die App im Browser fortfahren. Bisher wurde nichts abgebucht.',
  otherMethod: 'Andere Zahlungsart wählen',
  waiting: 'Ihre Zahlung wird bestätigt',
  waitingHelp: 'Das dauert einen Moment. Bitte bezahlen Sie nicht erneut.',
  stillWaiting: 'Ihre Zahlung ist noch nicht bestätigt',
  stillWaitingHelp:
    'Manchmal dauert es länger. Bitte fragen Sie bei {merchant} nach, bevor Sie erneut bezahlen.',
  declined: 'Die Zahlung hat nicht geklappt',
  payOnPhone: 'Stattdessen mit dem Handy bezahlen',
  payOnPhoneHelp: 'Scannen Sie den Code mit der Kamera Ihres Handys. Hier sehen Sie, sobald bezahlt ist.',
  qrCode: 'QR-Code des Zahlungslinks',
  qrCodeFailed:
    'Der Code kann gerade nicht angezeigt werden. Sie können weiterhin hier bezahlen oder den Link auf Ihr Handy kopieren.',
  inApp: 'Diese Seite ist in einer App geöffnet',
  inAppHelp:
    'Manche Zahlungsarten funktionieren von hier aus vielleicht nicht. Kopieren Sie in diesem Fall den Link und öffnen Sie ihn in Ihrem Browser.',
  copyLink: 'Link kopieren',
  linkCopied: 'Der Link ist kopiert.',
  copyByHand: 'Bitte kopieren Sie den Link hier selbst',
};
