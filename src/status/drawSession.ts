import type { SessionStatusRow } from '../sandbox/sandboxStatus.js';
import { build } from './build.js';
import { formatTime } from './formatTime.js';

/** A session as it is drawn: `over` says of each link that it has run out. */
export type SessionRow = SessionStatusRow & { readonly over: readonly boolean[] };

/** What a person may do to a session. */
export type SessionActs = {
  expireLink(linkId: string): void;
  settle(paymentId: string, outcome: 'SUCCEEDED' | 'DECLINED' | 'CANCELLED'): void;
  cancel(sessionId: string): void;
};

type Link = SessionStatusRow['links'][number];
type Payment = SessionStatusRow['payments'][number];

/** One session with its links and payments, and the buttons that fit their state. */
export function drawSession(session: SessionRow, acts: SessionActs): HTMLElement {
  const { orderId, amount, status, sessionId } = session;
  const heading = build(
    'div',
    { class: 'row' },
    build('h3', {}, build('bdi', {}, orderId)),
    build('span', {}, amount),
    build('span', { class: 'badge' }, status),
  );
  const isOpen = status === 'OPEN' || status === 'PROCESSING';
  return build(
    'li',
    {},
    heading,
    ...session.links.map((link, at) => drawLink(link, session.over[at] === true, session, acts)),
    ...session.payments.map((payment) => drawPayment(payment, session, acts)),
    ...(isOpen
      ? [
          build(
            'div',
            { class: 'row' },
            button('Cancel the order', sessionId, orderId, () => acts.cancel(sessionId)),
          ),
        ]
      : []),
  );
}

function drawLink(link: Link, over: boolean, { orderId }: SessionRow, acts: SessionActs): HTMLElement {
  const state = over
    ? 'has run out'
    : `${link.opened ? 'opened' : 'not opened'}, until ${formatTime(link.expiresAt)}`;
  const image = build('img', {
    src: `/__sandbox/links/${link.linkId}/qr.png`,
    alt: `QR code of the payment link of ${orderId}`,
    loading: 'lazy',
    width: '192',
    height: '192',
  });
  return build(
    'div',
    {},
    build('p', {}, 'Link: ', build('a', { href: link.url, target: '_blank', rel: 'noopener' }, link.url)),
    build('p', { class: 'quiet' }, `Link ${state}`),
    build('details', { 'data-mark': `qr ${link.linkId}` }, build('summary', {}, 'QR code'), image),
    ...(over
      ? []
      : [
          build(
            'div',
            { class: 'row' },
            button('End the link', link.linkId, orderId, () => acts.expireLink(link.linkId)),
          ),
        ]),
  );
}

function drawPayment(payment: Payment, { orderId }: SessionRow, acts: SessionActs): HTMLElement {
  const { paymentId, methodId, status } = payment;
  const answer = (label: string, outcome: Parameters<SessionActs['settle']>[1]) =>
    button(label, `${outcome} ${paymentId}`, orderId, () => acts.settle(paymentId, outcome));
  const isUnanswered = status === 'NEW' || status === 'ABANDONED';
  return build(
    'div',
    {},
    build('p', {}, 'Payment by ', build('bdi', {}, methodId), ' ', build('span', { class: 'badge' }, status)),
    ...(isUnanswered
      ? [
          build(
            'div',
            { class: 'row' },
            answer('Approve', 'SUCCEEDED'),
            answer('Decline', 'DECLINED'),
            answer('Cancel', 'CANCELLED'),
          ),
        ]
      : []),
  );
}

/** Named for who sees it alone, too: there is one of its kind for every order. */
function button(label: string, mark: string, orderId: string, onclick: () => void): HTMLElement {
  return build(
    'button',
    { 'aria-label': `${label}: ${orderId}`, 'data-mark': `${label} ${mark}`, onclick },
    label,
  );
}
