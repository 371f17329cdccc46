import type { FixtureName } from './fixtures.js';

/**
 * Every screen a payer can meet, and how to bring it about: what the session is like (`fixture`, `order`), how the page's requests
 * fare (`activation`, `ask`, `payment`), and what is pressed. The SDK itself runs unchanged.
 *
 * A request may be `never` answered, be `down` (no connection), get a status such as `503` or `410 LINK_EXPIRED`, or a
 * change to the answer: `noMethods`, `noStatus`, `dearer`, `unsafe`, `app`, `noLogos`, `brokenLogos`, `longNames`.
 */
export type Screen = {
  readonly name: string;
  readonly title: string;
  readonly fixture?: FixtureName;
  /** The link in the page's address; `none` and `broken` have no session. */
  readonly link?: 'none' | 'broken';
  readonly activation?: string;
  readonly ask?: string;
  readonly payment?: string;
  /** What the payer does once the methods are there. */
  readonly press?: 'select' | 'pay' | 'payAndReturn' | 'refresh' | 'showCode' | 'copy';
  /** How the browser takes the redirect. */
  readonly navigation?: 'stays' | 'blocked';
  /** Where the page is seen, whatever browser shows it. Default: as it is. */
  readonly seen?: 'desk' | 'inApp';
  /** The order shown. Default: the fixture's own. */
  readonly order?: 'long' | 'odd' | 'dear';
};

export const screens: readonly Screen[] = [
  { name: 'loading', title: 'Loading', activation: 'never' },
  { name: 'ready', title: 'Ready, nothing chosen' },
  { name: 'selected', title: 'Ready, a method chosen', press: 'select' },
  { name: 'long-order', title: 'Ready, forty lines', order: 'long' },
  { name: 'odd-order', title: 'Ready, long and right-to-left names', order: 'odd' },
  { name: 'phone-offer', title: 'At a computer, the code shown', seen: 'desk', press: 'showCode' },
  { name: 'in-app', title: 'Inside an app', seen: 'inApp' },
  { name: 'in-app-copy', title: 'Inside an app that lets no page copy', seen: 'inApp', press: 'copy' },
  { name: 'dear-order', title: 'Ready, an amount of twelve figures', order: 'dear', press: 'select' },
  { name: 'one-method', title: 'Ready, one method', fixture: 'oneMethod' },
  { name: 'thirty-methods', title: 'Ready, thirty methods', fixture: 'thirtyMethods', press: 'select' },
  { name: 'no-logos', title: 'Ready, no logos', activation: 'noLogos', press: 'select' },
  {
    name: 'broken-logos',
    title: 'Ready, logos that do not load',
    activation: 'brokenLogos',
    press: 'select',
  },
  {
    name: 'long-names',
    title: 'Ready, long names of merchant and methods',
    activation: 'longNames',
    press: 'select',
  },
  {
    name: 'right-to-left',
    title: 'Ready, names in Arabic and Hebrew',
    fixture: 'rightToLeft',
    press: 'select',
  },
  { name: 'hostile-names', title: 'Ready, names that mean harm', fixture: 'hostileNames' },
  { name: 'initiating', title: 'Starting the payment', payment: 'never', press: 'pay' },
  { name: 'handed-off', title: 'Leaving for the gateway', press: 'pay', navigation: 'stays' },
  { name: 'hand-off-blocked', title: 'The browser did not go', press: 'pay', navigation: 'blocked' },
  {
    name: 'app-not-opened',
    title: 'The app did not open',
    payment: 'app',
    press: 'pay',
    navigation: 'blocked',
  },
  { name: 'unclear-asking', title: 'Outcome unclear, asking', payment: '503', ask: 'never', press: 'pay' },
  { name: 'unclear-offered', title: 'Outcome unclear, safe to try again', payment: '503', press: 'pay' },
  {
    name: 'unclear-refused',
    title: 'Outcome unclear, not safe to try again',
    payment: '503',
    ask: 'down',
    press: 'pay',
  },
  { name: 'not-started', title: 'The payment was refused', payment: '422', press: 'pay' },
  { name: 'busy', title: 'The service is busy', payment: '429', press: 'pay' },
  { name: 'unsafe', title: 'The payment leads somewhere unsafe', payment: 'unsafe', press: 'pay' },
  { name: 'amount-changed', title: 'The amount has changed', ask: 'dearer', press: 'refresh' },
  { name: 'back', title: 'Back from an open payment', press: 'payAndReturn', navigation: 'stays' },
  {
    name: 'back-unknown',
    title: 'Back, and the API tells no status',
    ask: 'noStatus',
    press: 'payAndReturn',
    navigation: 'stays',
  },
  { name: 'processing', title: 'A payment is under way', fixture: 'processing' },
  { name: 'paid', title: 'Already paid', fixture: 'paid' },
  { name: 'cancelled', title: 'Cancelled', fixture: 'cancelled' },
  { name: 'expired', title: 'The link has run out', fixture: 'expired' },
  { name: 'session-ended', title: 'The token has run out', activation: '401' },
  { name: 'link-missing', title: 'No link in the address', link: 'none' },
  { name: 'link-broken', title: 'A link nobody knows', link: 'broken' },
  { name: 'not-allowed', title: 'Not allowed', activation: '403' },
  { name: 'in-progress', title: 'Refused: in progress elsewhere', activation: '409' },
  { name: 'no-methods', title: 'No method', activation: 'noMethods' },
  { name: 'network', title: 'No connection to the service', activation: 'down' },
  { name: 'too-slow', title: 'Too slow', activation: 'slow' },
  { name: 'sign-in', title: 'A network that wants a sign-in', activation: 'html' },
  { name: 'problem', title: 'The service is broken', activation: '500' },
];
