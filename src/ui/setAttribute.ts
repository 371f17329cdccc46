type Name = 'aria-busy' | 'aria-disabled' | 'aria-label' | 'class' | 'd' | 'dir' | 'href' | 'lang';

/** Sets an attribute where it does not already stand: a view drawn again changes nothing. */
export function setAttribute(element: Element, name: Name, value: unknown): void {
  const wanted = String(value);
  if (element.getAttribute(name) !== wanted) element.setAttribute(name, wanted);
}
