import { toPlainText } from './formatMessage.js';
import type { NoticeView, PickerView } from './pickerView.js';

/** How a notice is spoken: at once where it is about trouble. */
export function announceNotice(notice: NoticeView): NonNullable<PickerView['announcement']> {
  const text = `${toPlainText(notice.heading)}. ${toPlainText(notice.text)}`;
  return { text, assertive: /error|warning/.test(notice.tone) };
}
