import type { Description, Properties, Tag } from '../core/description.js';

export type { Description, Properties };

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
const drawn = new WeakMap<Element, Description>();

/** Makes an element what it shall be. What is so already is not touched, so that focus, scroll and the payer's choices stay. */
export function draw(target: Element, description: Description): void {
  const { properties, children } = description;
  const before = drawn.get(target);
  if (before === description) return;
  drawn.set(target, description);
  for (const name of Object.keys(properties) as (keyof Properties)[]) {
    const value = properties[name];
    if (typeof value === 'function') Reflect.set(target, name, value);
    else if (value === before?.properties[name] || typeof value === 'number') continue;
    else if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : value);
  }
  // A thousand rows that are the same list as before are not looked through at each choice.
  if (children !== before?.children) drawChildren(target, children);
  if (properties.chosen !== undefined) choose(target, properties.chosen);
}

// The payer changes it as well, so what was drawn last does not tell what it is.
function choose(list: Element, index: number): void {
  const checked = list.querySelector<HTMLInputElement>(':checked');
  const wanted = list.children[index]?.querySelector('input');
  if (checked && checked !== wanted) checked.checked = false;
  if (wanted) wanted.checked = true;
}

function drawChildren(parent: Element, children: Description['children']): void {
  const wanted = new Map(children.map((child, index) => [keyOf(child, index), child]));
  const standing = new Map<unknown, ChildNode>();
  for (const node of [...parent.childNodes]) {
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
