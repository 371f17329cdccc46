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
  | 'path'
  | 'section'
  | 'span'
  | 'summary'
  | 'svg'
  | 'ul';

type Attribute =
  | 'alt'
  | 'aria-busy'
  | 'aria-disabled'
  | 'aria-hidden'
  | 'aria-label'
  | 'class'
  | 'd'
  | 'decoding'
  | 'dir'
  | 'disabled'
  | 'hidden'
  | 'href'
  | 'lang'
  | 'loading'
  | 'name'
  | 'open'
  | 'part'
  | 'referrerpolicy'
  | 'rel'
  | 'role'
  | 'src'
  | 'tabindex'
  | 'type'
  | 'viewBox';

export type Properties = Readonly<Partial<Record<Attribute, string | boolean | undefined>>> & {
  readonly checked?: boolean;
  readonly onchange?: () => void;
  readonly onclick?: () => void;
  readonly onerror?: (event: { readonly target: unknown }) => void;
  readonly onkeydown?: (event: KeyboardEvent) => void;
};

/** What an element shall be. Plain data: tags and attributes are closed lists and strings become text, so markup has no way in. */
export type Description = {
  readonly tag: Tag;
  readonly properties: Properties;
  readonly children: readonly (Description | string)[];
  /** Tells the parts of a list apart, so that each keeps its element. Default: its place. */
  readonly key?: string;
};

/** Describes one element. */
export function element(
  tag: Tag,
  properties: Properties = {},
  ...children: Description['children']
): Description {
  return { tag, properties, children };
}

const SVG = 'http://www.w3.org/2000/svg';
const keys = new WeakMap<Node, unknown>();
const drawn = new WeakMap<Element, Properties>();

/** Makes an element what it shall be. What is so already is not touched, so that focus, scroll and the payer's choices stay. */
export function draw(target: Element, { properties, children }: Description): void {
  const before = drawn.get(target) ?? {};
  drawn.set(target, properties);
  for (const name of Object.keys(properties) as (keyof Properties)[]) {
    const value = properties[name];
    // The payer changes `checked` as well, so what was drawn last does not tell what it is.
    if (typeof value === 'function' || name === 'checked') Reflect.set(target, name, value);
    else if (value === before[name]) continue;
    else if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : value);
  }
  drawChildren(target, children);
}

function drawChildren(parent: Element, children: Description['children']): void {
  const nodes = [...parent.childNodes];
  const isInPlace = (child: Description | string, index: number): boolean => {
    const node = nodes[index];
    return !!node && keys.get(node) === keyOf(child, index);
  };
  // Nearly always all stand in their places, and a thousand rows are not to be sorted at each choice.
  if (nodes.length === children.length && children.every(isInPlace)) {
    nodes.forEach((node, index) => update(node, children[index] ?? ''));
    return;
  }
  const wanted = new Map(children.map((child, index) => [keyOf(child, index), child]));
  const standing = new Map<unknown, ChildNode>();
  for (const node of nodes) {
    const key = keys.get(node) as string | number;
    if (wanted.has(key)) standing.set(key, node);
    else node.remove();
  }
  let place = parent.firstChild;
  for (const [key, child] of wanted) {
    const node = standing.get(key) ?? create(child);
    keys.set(node, key);
    update(node, child);
    // What stands in its place already is not moved: moving it would take its focus away.
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
}

function keyOf(child: Description | string, index: number): string | number {
  return typeof child === 'string' ? index : (child.key ?? `${child.tag}${index}`);
}

function update(node: Node, child: Description | string): void {
  if (typeof child !== 'string') draw(node as Element, child);
  else if (node.nodeValue !== child) node.nodeValue = child;
}

function create(child: Description | string): ChildNode {
  if (typeof child === 'string') return document.createTextNode(child);
  return /^(svg|path)$/.test(child.tag)
    ? document.createElementNS(SVG, child.tag)
    : document.createElement(child.tag);
}
