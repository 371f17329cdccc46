import type { NoticeView, PickerAction, PickerView } from '../core/pickerView.js';
import { createElement } from './createElement.js';
import { createIcon } from './createIcon.js';
import { setAttribute } from './setAttribute.js';
import { setText } from './setText.js';

const ARROW = 'M5 12h14M13 6l6 6-6 6';
const CHECK = 'M5 12l5 5 9-10';
const CLOCK = 'M12 3a9 9 0 110 18 9 9 0 010-18M12 7v5l3 3';
const CLOUD_OFF = 'M18 18a4 4 0 001-8 6 6 0 00-9-4M7 9a5 5 0 000 9h9M4 4l16 16';
const EXCLAMATION = 'M12 5v9M12 19v0';

/** One notice: a whole screen in place of the methods, or a few words between them and the button. */
export function renderNotice(onAction: (action: PickerAction) => void) {
  const icon = createIcon(EXCLAMATION);
  const heading = createElement('h2', { tabindex: '-1' });
  const text = createElement('p');
  const button = createElement('button', { type: 'button' });
  const link = createElement('a', { rel: 'noopener noreferrer' });
  const words = createElement('div', {}, heading, text, button, link);
  const element = createElement(
    'div',
    { part: 'notice' },
    createElement('span', { class: 'icon' }, icon),
    words,
  );

  function update({ notice, screen }: PickerView): void {
    element.toggleAttribute('hidden', !notice);
    if (!notice) return;
    const { action, busy, placement, tone } = notice;
    setAttribute(element, 'class', `${placement} ${tone} ${busy ? 'busy' : ''}`);
    setAttribute(icon.firstElementChild ?? icon, 'd', pathFor(notice, screen));
    setText(heading, notice.heading);
    setText(text, notice.text);
    setText(button, action?.url ? '' : action?.label);
    setText(link, action?.url && action.label);
    if (action?.url) setAttribute(link, 'href', action.url);
    button.onclick = () => action && onAction(action.kind);
  }
  return { element, heading, update };
}

function pathFor({ tone, placement, action }: NoticeView, screen: PickerView['screen']): string {
  if (tone === 'success') return CHECK;
  if (placement === 'inline') return EXCLAMATION;
  if (screen === 'expired') return CLOCK;
  if (screen === 'handedOff') return ARROW;
  return screen === 'failed' && action ? CLOUD_OFF : EXCLAMATION;
}
