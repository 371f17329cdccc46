type Tag =
  | 'a'
  | 'bdi'
  | 'button'
  | 'details'
  | 'div'
  | 'fieldset'
  | 'h2'
  | 'header'
  | 'img'
  | 'input'
  | 'label'
  | 'legend'
  | 'li'
  | 'p'
  | 'section'
  | 'span'
  | 'summary'
  | 'ul';

type Attribute =
  | 'alt'
  | 'class'
  | 'decoding'
  | 'loading'
  | 'name'
  | 'part'
  | 'referrerpolicy'
  | 'rel'
  | 'role'
  | 'tabindex'
  | 'type';

/** Builds one element. Tags and attributes are closed lists and strings become text: markup has no way in. */
export function createElement<T extends Tag>(
  tag: T,
  attributes: Readonly<Partial<Record<Attribute, string>>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
