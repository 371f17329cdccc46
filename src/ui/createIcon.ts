const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Draws a line icon (a path in a box of 24) in the colour of the text around it. Decoration: the words say the same. */
export function createIcon(path: string): SVGElement {
  const icon = document.createElementNS(NAMESPACE, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  icon.append(document.createElementNS(NAMESPACE, 'path'));
  icon.firstElementChild?.setAttribute('d', path);
  return icon;
}
