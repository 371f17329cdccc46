import type { NoticeView, PickerAction, PickerView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { createIcon, type IconName } from './createIcon.js';
import { setAttribute } from './setAttribute.js';
import { setText } from './setText.js';

/** One notice: a whole screen in place of the methods, or a few words between them and the button. */
export function renderNotice(onAction: (action: PickerAction) => void) {
  const icon = createElement('span', { 'aria-hidden': 'true' });
  const heading = createElement('h2', { tabindex: '-1' });
  const text = createElement('p');
  const button = createElement('button', { type: 'button' });
  const link = createElement('a', { rel: 'noopener noreferrer' });
  const words = createElement('div', {}, heading, text, button, link);
  const element = createElement('div', { part: 'notice' }, icon, words);
  let kind: PickerAction | undefined;
  let drawnIcon: IconName | undefined;

  button.addEventListener('click', () => {
    if (kind) onAction(kind);
  });

  function updateIcon(wanted: IconName | undefined): void {
    setAttribute(icon, 'class', wanted ? 'icon' : 'icon spinner');
    if (wanted === drawnIcon) return;
    drawnIcon = wanted;
    icon.replaceChildren(...(wanted ? [createIcon(wanted)] : []));
  }

  function update({ notice, screen }: PickerView): void {
    setAttribute(element, 'hidden', !notice);
    const action = notice?.action;
    kind = action?.kind;
    setAttribute(button, 'hidden', !action || !!action.url);
    setAttribute(link, 'hidden', !action?.url);
    setAttribute(link, 'href', action?.url?.href ?? false);
    setText(action?.url ? link : button, action?.label);
    setText(heading, notice?.heading);
    setText(text, notice?.text);
    if (!notice) return;
    setAttribute(element, 'class', `${notice.placement} ${notice.tone}`);
    updateIcon(notice.busy ? undefined : iconFor(notice, screen));
  }
  return { element, heading, update };
}

function iconFor({ tone, placement }: NoticeView, screen: PickerView['screen']): IconName {
  if (tone === 'success') return 'check';
  if (placement === 'inline') return 'exclamation';
  if (screen === 'expired') return 'clock';
  if (screen === 'handedOff') return 'arrow';
  return screen === 'failed' ? 'cloudOff' : 'exclamation';
}
