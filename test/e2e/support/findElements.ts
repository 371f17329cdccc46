/** One step on the way to an element. */
export type Step =
  | { readonly css: string; readonly has?: readonly Step[]; readonly shown?: boolean }
  | { readonly text: string; readonly exact: boolean }
  | { readonly hasText: string }
  | { readonly at: number };

/**
 * Takes one step. Runs in the page, by its text: it must need nothing from outside itself.
 *
 * @param step - CSS and texts are looked for within the scopes, through open shadow roots; the others choose among them.
 * @param scopes - Where the steps before have led; none: the document. One by one, for WebKit's driver leaves elements in a
 * list as they come.
 * @returns The elements, each once.
 */
export function findElements(step: Step, ...scopes: readonly Element[]): Element[] {
  const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const within = (scope: ParentNode, css: string): Element[] => {
    const roots: ParentNode[] = [scope];
    const found: Element[] = [];
    if (scope instanceof Element && scope.shadowRoot) roots.push(scope.shadowRoot);
    for (const root of roots) {
      found.push(...root.querySelectorAll(css));
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
    return found;
  };
  const hasStepped = (element: Element, steps: readonly Step[]): boolean => {
    let here: Element[] = [element];
    for (const one of steps) here = take(here, one);
    return here.length > 0;
  };
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
  };
  const take = (from: readonly ParentNode[], one: Step): Element[] => {
    if ('at' in one) return (from as Element[]).slice(one.at, one.at + 1);
    if ('hasText' in one) {
      const wanted = plain(one.hasText).toLowerCase();
      return (from as Element[]).filter(({ textContent }) =>
        plain(textContent).toLowerCase().includes(wanted),
      );
    }
    if ('text' in one) {
      const wanted = plain(one.text);
      const says = ({ localName, textContent }: Element): boolean =>
        !/^(?:html|head|script|style|title|noscript)$/.test(localName) &&
        (one.exact
          ? plain(textContent) === wanted
          : plain(textContent).toLowerCase().includes(wanted.toLowerCase()));
      const found = from.flatMap((scope) => within(scope, '*')).filter(says);
      // The innermost: not the page around it.
      return found.filter((element) => ![...element.children].some(says));
    }
    const found = from.flatMap((scope) => within(scope, one.css));
    return found
      .filter((element) => !one.shown || isShown(element))
      .filter((element) => !one.has || hasStepped(element, one.has));
  };
  return [...new Set(take(scopes.length > 0 ? scopes : [document], step))];
}
