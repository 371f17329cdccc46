/** The words around the picker on Checkout's default page. */
export type PageTexts = {
  readonly lang: string;
  readonly title: string;
  readonly note: string;
  readonly noScript: string;
  readonly help: (merchant: string) => string;
};

const english: PageTexts = {
  lang: 'en',
  title: 'Payment',
  note: 'Sandbox – no money moves',
  noScript:
    'This page needs JavaScript to show your order. No payment was started. Switch it on, or open the link in another browser.',
  help: (merchant) =>
    `Questions about the order? Ask ${merchant}, who sent you this link. You enter card details only on the page that opens next, never here.`,
};

const danish: PageTexts = {
  lang: 'da',
  title: 'Betaling',
  note: 'Sandkasse – ingen penge flyttes',
  noScript:
    'Siden skal bruge JavaScript for at vise din ordre. Der er ikke startet nogen betaling. Slå det til, eller åbn linket i en anden browser.',
  help: (merchant) =>
    `Spørgsmål til ordren? Spørg ${merchant}, som har sendt dig linket. Du indtaster kun kortoplysninger på den side, der åbner bagefter, aldrig her.`,
};

/**
 * The texts in the first language the browser asks for that there are texts in.
 *
 * @param acceptLanguage - RFC 9110 `Accept-Language`; its order is taken for its preference.
 */
export function pageTexts(acceptLanguage: string): PageTexts {
  const first = /(?:^|,)\s*(da|en)\b/i.exec(acceptLanguage)?.[1]?.toLowerCase();
  return first === 'da' ? danish : english;
}
