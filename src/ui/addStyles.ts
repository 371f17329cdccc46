/** Styles a shadow root by a constructed sheet, which a `style-src 'self'` policy lets pass where `<style>` does not. */
export function addStyles(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers before 2023 (Safari 16.3 and older) have no constructed sheets.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
