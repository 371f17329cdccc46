/**
 * The few words the shop itself says to a payer; everything inside the picker comes from the SDK.
 *
 * @typedef {typeof english} PayerTexts
 */
const english = {
  payment: 'Payment',
  needsScript: 'Paying here needs JavaScript. Please turn it on, or ask us for another way to pay.',
  order: 'Order',
  total: 'Total',
  paid: 'Thank you. Your order is paid.',
  paidHelp: 'We are packing it now. You can close this page.',
  declined: 'The payment did not go through.',
  cancelled: 'You stopped the payment.',
  notPaidHelp: 'You have not paid. You can try again with the same link.',
  tryAgain: 'Try again',
  waiting: 'We are waiting for the confirmation.',
  waitingHelp: 'Your payment is not confirmed yet. Please don’t pay again.',
  checkAgain: 'Check again',
};

/** @type {Record<string, PayerTexts>} */
const byLanguage = {
  en: english,
  da: {
    payment: 'Betaling',
    needsScript:
      'Her kan du kun betale med JavaScript. Slå det til, eller bed os om en anden måde at betale på.',
    order: 'Ordre',
    total: 'I alt',
    paid: 'Tak. Din ordre er betalt.',
    paidHelp: 'Vi pakker den nu. Du kan lukke denne side.',
    declined: 'Betalingen gik ikke igennem.',
    cancelled: 'Du afbrød betalingen.',
    notPaidHelp: 'Du har ikke betalt. Du kan prøve igen med det samme link.',
    tryAgain: 'Prøv igen',
    waiting: 'Vi venter på bekræftelsen.',
    waitingHelp: 'Din betaling er ikke bekræftet endnu. Betal ikke igen.',
    checkAgain: 'Se efter igen',
  },
  no: {
    payment: 'Betaling',
    needsScript:
      'Du kan bare betale her med JavaScript. Slå det på, eller be oss om en annen måte å betale på.',
    order: 'Ordre',
    total: 'Totalt',
    paid: 'Takk. Ordren din er betalt.',
    paidHelp: 'Vi pakker den nå. Du kan lukke denne siden.',
    declined: 'Betalingen gikk ikke gjennom.',
    cancelled: 'Du avbrøt betalingen.',
    notPaidHelp: 'Du har ikke betalt. Du kan prøve igjen med samme lenke.',
    tryAgain: 'Prøv igjen',
    waiting: 'Vi venter på bekreftelsen.',
    waitingHelp: 'Betalingen er ikke bekreftet ennå. Ikke betal på nytt.',
    checkAgain: 'Sjekk igjen',
  },
  sv: {
    payment: 'Betalning',
    needsScript:
      'Du kan bara betala här med JavaScript. Slå på det, eller be oss om ett annat sätt att betala.',
    order: 'Order',
    total: 'Totalt',
    paid: 'Tack. Din order är betald.',
    paidHelp: 'Vi packar den nu. Du kan stänga sidan.',
    declined: 'Betalningen gick inte igenom.',
    cancelled: 'Du avbröt betalningen.',
    notPaidHelp: 'Du har inte betalat. Du kan försöka igen med samma länk.',
    tryAgain: 'Försök igen',
    waiting: 'Vi väntar på bekräftelsen.',
    waitingHelp: 'Din betalning är inte bekräftad än. Betala inte igen.',
    checkAgain: 'Kontrollera igen',
  },
  fi: {
    payment: 'Maksu',
    needsScript: 'Maksaminen vaatii JavaScriptin. Ota se käyttöön tai pyydä meiltä toinen maksutapa.',
    order: 'Tilaus',
    total: 'Yhteensä',
    paid: 'Kiitos. Tilauksesi on maksettu.',
    paidHelp: 'Pakkaamme sitä jo. Voit sulkea tämän sivun.',
    declined: 'Maksu ei onnistunut.',
    cancelled: 'Keskeytit maksun.',
    notPaidHelp: 'Et ole maksanut. Voit yrittää uudelleen samalla linkillä.',
    tryAgain: 'Yritä uudelleen',
    waiting: 'Odotamme vahvistusta.',
    waitingHelp: 'Maksuasi ei ole vielä vahvistettu. Älä maksa uudelleen.',
    checkAgain: 'Tarkista uudelleen',
  },
  de: {
    payment: 'Zahlung',
    needsScript:
      'Zum Bezahlen wird JavaScript benötigt. Bitte einschalten oder uns nach einem anderen Weg fragen.',
    order: 'Bestellung',
    total: 'Gesamt',
    paid: 'Danke. Ihre Bestellung ist bezahlt.',
    paidHelp: 'Wir packen sie jetzt. Sie können diese Seite schließen.',
    declined: 'Die Zahlung hat nicht geklappt.',
    cancelled: 'Sie haben die Zahlung abgebrochen.',
    notPaidHelp: 'Sie haben nicht bezahlt. Sie können es mit demselben Link noch einmal versuchen.',
    tryAgain: 'Noch einmal versuchen',
    waiting: 'Wir warten auf die Bestätigung.',
    waitingHelp: 'Ihre Zahlung ist noch nicht bestätigt. Bitte nicht noch einmal bezahlen.',
    checkAgain: 'Noch einmal nachsehen',
  },
};

/**
 * @param {string | undefined} language
 * @returns {{ language: string, texts: PayerTexts }}
 */
export function payerTexts(language = 'en') {
  const texts = Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
  return texts ? { language, texts } : { language: 'en', texts: english };
}
