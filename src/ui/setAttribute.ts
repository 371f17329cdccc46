type Name =
  'aria-busy' | 'aria-disabled' | 'aria-label' | 'class' | 'dir' | 'disabled' | 'hidden' | 'href' | 'lang';

/** Sets or, given `false`, removes an attribute, and touches nothing where it already stands. */
export function setAttribute(element: Element, name: Name, value: string | boolean): void {
  const wanted = value === true ? '' : value === false ? null : value;
  if (element.getAttribute(name) === wanted) return;
  if (wanted === null) element.removeAttribute(name);
  else element.setAttribute(name, wanted);
}
