import type { NoticeView, PickerAction, PickerView } from '../core/pickerView.js';
import { element, type Description } from './draw.js';
import { renderIcon } from './renderIcon.js';
import { text } from './text.js';

const ARROW = 'M5 12h14M13 6l6 6-6 6';
const CHECK = 'M5 12l5 5 9-10';
const CLOCK = 'M12 3a9 9 0 110 18 9 9 0 010-18M12 7v5l3 3';
const CLOUD_OFF = 'M18 18a4 4 0 001-8 6 6 0 00-9-4M7 9a5 5 0 000 9h9M4 4l16 16';
const EXCLAMATION = 'M12 5v9M12 19v0';

/** One notice: a whole screen in place of the methods, or a few words between them and the button. */
export function renderNotice(
  { notice, screen }: Pick<PickerView, 'notice' | 'screen'>,
  onAction: (action: PickerAction) => void,
): Description {
  const { action, busy, placement, tone } = notice ?? ({} as Partial<NoticeView>);
  const url = action?.url;
  const button: NoticeView['action'] = url ? notice?.refresh : action;
  return element(
    'div',
    { part: 'notice', class: `${placement} ${tone} ${busy ? 'busy' : ''}`, hidden: !notice },
    element('span', { class: 'icon' }, renderIcon(notice ? pathFor(notice, screen) : EXCLAMATION)),
    element(
      'div',
      {},
      text('h2', { tabindex: '-1' }, notice?.heading),
      text('p', {}, notice?.text),
      text('a', { rel: 'noopener noreferrer', href: url?.href }, url && action.label),
      text(
        'button',
        {
          type: 'button',
          'aria-disabled': button?.disabled && 'true',
          onclick: () => button && !button.disabled && onAction(button.kind),
        },
        button?.label,
      ),
    ),
  );
}

function pathFor({ tone, placement, action }: NoticeView, screen: PickerView['screen']): string {
  if (tone === 'success') return CHECK;
  if (placement === 'inline') return EXCLAMATION;
  if (screen === 'expired') return CLOCK;
  if (screen === 'handedOff') return ARROW;
  return tone === 'error' && action ? CLOUD_OFF : EXCLAMATION;
}
