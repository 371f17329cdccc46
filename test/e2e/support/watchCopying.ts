import type { EnginePage } from './enginePage.js';

/** Notes what a page copies, for not every browser lets a test read the clipboard. Runs in the page, before its scripts. */
export function watchCopying(): void {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  // The empty page that a tab begins with has none.
  if (!clipboard) return;
  const write = clipboard.writeText.bind(clipboard);
  clipboard.writeText = async (text) => {
    await write(text);
    Object.assign(globalThis, { copied: text });
  };
}

/** What the page has copied last. */
export const copiedOn = (page: EnginePage): Promise<string | undefined> =>
  page.evaluate(() => (globalThis as { copied?: string }).copied);
