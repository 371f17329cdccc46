import { draw, element, type Description } from './draw.js';
import { renderIcon } from './renderIcon.js';

const broken = new Set<string>();

/** A box of fixed size: the logo, or a neutral card where there is none or it does not load. Nothing moves. */
export function renderLogo(url: URL | undefined, hidden = false): Description {
  const src = url && !broken.has(url.href) ? url.href : undefined;
  const box = (content: Description): Description => element('span', { class: 'logo', hidden }, content);
  const card = box(renderIcon('M3 6h18v12H3zM3 10h18'));
  if (!src) return card;
  return box(
    element('img', {
      alt: '',
      loading: 'lazy',
      decoding: 'async',
      referrerpolicy: 'no-referrer',
      src,
      onerror({ target }) {
        broken.add(src);
        const { parentElement } = target as Element;
        if (parentElement) draw(parentElement, card);
      },
    }),
  );
}
