import { announceNotice } from '../core/announceNotice.js';
import type { Appearance } from '../core/appearance.js';
import type { NoticeView, PickerView } from '../core/pickerView.js';
import { addStyles } from './addStyles.js';
import { applyAppearance } from './applyAppearance.js';
import { draw, element } from './draw.js';
import { pickerCss } from './picker.css.js';
import { renderAnnouncement } from './renderAnnouncement.js';
import { renderNotice } from './renderNotice.js';

/** One notice, and how it is spoken. */
export type NoticeScreen = Pick<PickerView, 'lang' | 'dir' | 'label'> & { readonly notice: NoticeView };

export type MountedNotice = {
  /** The element put into the container. */
  readonly host: HTMLElement;
  /** Draws over what was drawn before, and announces what is new. */
  render(screen: NoticeScreen): void;
  unmount(): void;
};

/**
 * Puts one notice into a container, looking as the picker's do.
 *
 * @param onAction - Called in the payer's press of the notice's button. Its link is followed by the browser.
 */
export function mountNotice(
  container: Element,
  onAction: () => void,
  appearance: Appearance = {},
): MountedNotice {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const section = document.createElement('section');
  applyAppearance(host, section, appearance);
  addStyles(root, pickerCss);
  draw(section, element('section', { part: 'picker' }, ...renderAnnouncement()));
  root.append(section);
  container.append(host);
  return {
    host,
    render({ lang, dir, label, notice }) {
      const { activeElement } = root;
      draw(
        section,
        element(
          'section',
          { part: 'picker', lang, dir, 'aria-label': label },
          ...renderAnnouncement(announceNotice(notice)),
          element('div', { class: 'frame', lang, dir }, renderNotice({ notice, screen: 'ready' }, onAction)),
        ),
      );
      // The button that was pressed is gone: what came of it is read instead.
      if (activeElement?.matches('[hidden]')) section.querySelector('h2')?.focus();
    },
    unmount: () => host.remove(),
  };
}
