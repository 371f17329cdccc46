type Attributes = Readonly<Record<string, string | (() => void) | undefined>>;

/** Builds an element: attributes as texts, `onclick` as a listener, children as nodes or text. Never markup. */
export function build(tag: string, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
