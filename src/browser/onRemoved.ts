/**
 * Tells when an element has left the page. One that is only moved, and stands on the page again when the task is over,
 * has not.
 *
 * @returns Stops watching.
 */
export function onRemoved(element: Element, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    if (element.isConnected) return;
    clearTimeout(timer);
    timer = setTimeout(() => !element.isConnected && listener());
  });
  // What happens inside a shadow root is not seen from outside of it.
  for (let root: Node | undefined = element; root; root = (root as Partial<ShadowRoot>).host) {
    root = root.getRootNode();
    observer.observe(root, { childList: true, subtree: true });
  }
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
