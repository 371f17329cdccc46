import { createElement } from './createElement.js';
import { createIcon } from './createIcon.js';

export type Logo = { readonly element: HTMLElement; update(url: URL | undefined): void };

/** A box of fixed size: the logo, or a neutral card where there is none or it does not load. Nothing moves. */
export function createLogo(): Logo {
  const element = createElement('span', { class: 'logo', 'aria-hidden': 'true' });
  let shown: string | undefined;
  return {
    element,
    update(url) {
      const wanted = url?.href ?? '';
      if (wanted === shown) return;
      shown = wanted;
      element.replaceChildren(wanted ? createImage(wanted) : createIcon('card'));
    },
  };
}

function createImage(url: string): HTMLImageElement {
  const image = createElement('img', {
    alt: '',
    loading: 'lazy',
    decoding: 'async',
    referrerpolicy: 'no-referrer',
  });
  image.addEventListener('error', () => image.replaceWith(createIcon('card')), { once: true });
  image.src = url;
  return image;
}
