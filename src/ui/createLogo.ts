import { createElement } from './createElement.js';
import { createIcon } from './createIcon.js';

export type Logo = { readonly element: HTMLElement; update(url: URL | undefined): void };

/** A box of fixed size: the logo, or a neutral card where there is none or it does not load. Nothing moves. */
export function createLogo(): Logo {
  const element = createElement('span', { class: 'logo' });
  let shown: string | undefined;

  function update(url: URL | undefined): void {
    const wanted = url?.href ?? '';
    if (wanted === shown) return;
    shown = wanted;
    const card = createIcon('M3 6h18v12H3zM3 10h18');
    element.replaceChildren(wanted ? createImage(wanted, card) : card);
  }
  return { element, update };
}

function createImage(url: string, fallback: Element): HTMLImageElement {
  const image = createElement('img', {
    alt: '',
    loading: 'lazy',
    decoding: 'async',
    referrerpolicy: 'no-referrer',
  });
  image.onerror = () => image.replaceWith(fallback);
  image.src = url;
  return image;
}
