import type { PickerView } from '../core/pickerView.js';
import { element, type Description } from './draw.js';

/** The live regions, one polite and one assertive; they must be there before their text is. */
export function renderAnnouncement(announcement?: PickerView['announcement']): Description[] {
  return [
    element('p', { role: 'status' }, announcement?.assertive === false ? announcement.text : ''),
    element('p', { role: 'alert' }, announcement?.assertive ? announcement.text : ''),
  ];
}
