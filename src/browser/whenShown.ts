/** Waits while the page is only prerendered: nobody has opened the link yet. Answers nothing where there is no need. */
export function whenShown(): Promise<void> | undefined {
  if (!(document as { prerendering?: boolean }).prerendering) return undefined;
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });
}
