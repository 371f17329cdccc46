const NAMESPACE = 'http://www.w3.org/2000/svg';

const PATHS = {
  arrow: 'M5 12h14M13 6l6 6-6 6',
  card: 'M3 6h18v12H3zM3 10h18',
  check: 'M5 12l5 5 9-10',
  clock: 'M12 3a9 9 0 110 18 9 9 0 010-18M12 7v5l3 3',
  cloudOff: 'M18 18a4 4 0 001-8 6 6 0 00-9-4M7 9a5 5 0 000 9h9M4 4l16 16',
  exclamation: 'M12 5v9M12 19v0',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 016 0v3',
};

export type IconName = keyof typeof PATHS;

/** Draws one of our own line icons in the colour of the text around it. Decoration: the words say the same. */
export function createIcon(name: IconName): SVGElement {
  const path = document.createElementNS(NAMESPACE, 'path');
  path.setAttribute('d', PATHS[name]);
  const icon = document.createElementNS(NAMESPACE, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  icon.setAttribute('class', name);
  icon.append(path);
  return icon;
}
