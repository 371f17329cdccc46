/** What apps write into the name of the browser they have inside them; `wv` is the word of Android itself for one. */
const APPS =
  /FB(A[NV]|_IAB)\/|Instagram|\bLine\/|MicroMessenger|BytedanceWebview|musical_ly|trill_|Snapchat|LinkedInApp|Twitter|Pinterest|GSA\/|KAKAOTALK|Telegram|Outlook-|; wv\)/;

/** Apple's engine without a browser's name: an app shows the page. Some real browsers once left `Safari` out. */
const NAMELESS = /\((iP|Macintosh).*AppleWebKit(?!.*(Safari|DuckDuckGo|OPT)\/)/;

/**
 * Whether an app shows the page inside itself, as mail, social and QR-scanner apps do. There a switch to a payment app and
 * back may fail. Only a guess, from the names that apps give themselves: nothing may depend on it but a hint.
 *
 * @param userAgent - The browser's name, as `navigator.userAgent` has it.
 * @example
 * ```ts
 * const inApp = isInAppBrowser(navigator.userAgent);
 * ```
 */
export function isInAppBrowser(userAgent: string): boolean {
  return APPS.test(userAgent) || NAMELESS.test(userAgent);
}
