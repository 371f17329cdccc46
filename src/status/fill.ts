const drawn = new WeakMap<Element, string>();

/**
 * Makes a list show rows: one child for each, in order. Only what has changed is drawn anew, so that focus, and what was
 * opened, stay where they are.
 *
 * @param list - Holds the children.
 * @param rows - Each with its key, which tells it from the others.
 * @param draw - Builds the child of a row.
 */
export function fill<Row>(
  list: Element,
  rows: readonly { readonly key: string; readonly row: Row }[],
  draw: (row: Row) => HTMLElement,
): void {
  const before = new Map(Array.from(list.children, (child) => [(child as HTMLElement).dataset.key, child]));
  const children = rows.map(({ key, row }) => {
    const text = JSON.stringify(row);
    const old = before.get(key);
    if (old && drawn.get(old) === text) return old;
    const child = draw(row);
    child.dataset.key = key;
    drawn.set(child, text);
    if (old) keepPlace(old, child);
    return child;
  });
  const same =
    children.length === list.children.length && children.every((child, at) => child === list.children[at]);
  if (same) return;
  const focused = list.contains(document.activeElement) ? markOf(document.activeElement) : undefined;
  list.replaceChildren(...children);
  if (focused) list.querySelector<HTMLElement>(`[data-mark="${CSS.escape(focused)}"]`)?.focus();
}

function markOf(element: Element | null): string | undefined {
  return (element as HTMLElement | null)?.dataset.mark;
}

function keepPlace(old: Element, child: Element): void {
  for (const details of old.querySelectorAll<HTMLDetailsElement>('details[open]')) {
    const mark = markOf(details);
    const next = mark && child.querySelector<HTMLDetailsElement>(`details[data-mark="${CSS.escape(mark)}"]`);
    if (next) next.open = true;
  }
}
