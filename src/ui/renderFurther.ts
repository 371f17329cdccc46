import type { CopyingView, FurtherView } from '../core/furtherView.js';
import type { Messages } from '../core/messageKeys.js';
import type { QRCode } from '../core/qrCode.js';
import { element, type Description } from './draw.js';
import { renderIcon } from './renderIcon.js';
import { text } from './text.js';

/** What the payer does with it. */
export type FurtherHandlers = {
  readonly onToggle: (open: boolean) => void;
  readonly onCopy: () => void;
};

const PHONE =
  'M8 2.5h8A1.5 1.5 0 0117.5 4v16a1.5 1.5 0 01-1.5 1.5H8A1.5 1.5 0 016.5 20V4A1.5 1.5 0 018 2.5M11 18.5h2';
const INFO = 'M12 3a9 9 0 110 18 9 9 0 010-18M12 11v5M12 7.5v0';

/** What stands beside the order and the choice: a hint in an app's own browser, and the offer to pay with a phone. */
export function renderFurther(
  { inApp, phone, copying }: FurtherView,
  messages: Messages,
  handlers: FurtherHandlers,
): Description {
  const { onCopy } = handlers;
  return element(
    'div',
    { class: 'further' },
    ...(inApp ? [renderHint(copying, messages, onCopy)] : []),
    ...(phone ? [renderPhone(phone, copying, messages, handlers)] : []),
  );
}

function renderHint(copying: CopyingView, messages: Messages, onCopy: () => void): Description {
  const words = element(
    'div',
    {},
    text('p', { class: 'strong' }, messages.inApp),
    text('p', {}, messages.inAppHelp),
    ...renderCopying(copying, messages, onCopy),
  );
  return element('div', { part: 'in-app', class: 'box' }, renderIcon(INFO), words);
}

function renderPhone(
  { open, code, failed }: NonNullable<FurtherView['phone']>,
  copying: CopyingView,
  messages: Messages,
  { onToggle, onCopy }: FurtherHandlers,
): Description {
  const summary = element(
    'summary',
    {},
    renderIcon(PHONE),
    text('span', { class: 'strong' }, messages.payOnPhone),
    element('span', { class: 'count' }),
  );
  const help = text('p', {}, failed ? messages.qrCodeFailed : messages.payOnPhoneHelp);
  const body = element(
    'div',
    { class: 'scan' },
    element(
      'div',
      { class: 'code', hidden: failed, 'aria-busy': String(!code) },
      ...renderCode(code, messages),
    ),
    element('div', {}, help, ...renderCopying(copying, messages, onCopy)),
  );
  const ontoggle = ({ target }: { readonly target: unknown }): void =>
    onToggle((target as HTMLDetailsElement).open);
  return element('details', { part: 'phone', class: 'box', open, ontoggle }, summary, body);
}

function renderCode(code: QRCode | undefined, { qrCode }: Messages): Description[] {
  if (!code) return [];
  const { viewBox, path } = code;
  return [element('svg', { viewBox, role: 'img', 'aria-label': qrCode }, element('path', { d: path }))];
}

function renderCopying({ state, link }: CopyingView, messages: Messages, onCopy: () => void): Description[] {
  const field = element('input', {
    class: 'link',
    type: 'text',
    readonly: true,
    value: link.href,
    onfocus: ({ target }) => (target as HTMLInputElement).select(),
  });
  return state === 'byHand'
    ? [element('label', { class: 'by-hand' }, text('span', {}, messages.copyByHand), field)]
    : [
        text('button', { type: 'button', onclick: onCopy }, messages.copyLink),
        text('p', { class: 'muted' }, state === 'copied' ? messages.linkCopied : ''),
      ];
}
