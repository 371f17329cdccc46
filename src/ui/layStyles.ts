/**
 * Lays a style sheet over those that a shadow root, or a document, has.
 *
 * @param place - Where a style element may stand, for browsers that need one: a document itself takes none.
 * @returns Takes it away again.
 */
export function layStyles(
  root: DocumentOrShadowRoot,
  css: string,
  place: ParentNode = root as ShadowRoot,
): () => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  } catch {
    // As in `addStyles`: browsers before 2023 have no constructed sheets.
    const style = document.createElement('style');
    style.textContent = css;
    place.append(style);
    return () => style.remove();
  }
}
