/**
 * Puts a text on the clipboard, in the payer's own click.
 *
 * @returns Whether it is there: browsers inside apps and plain http pages may refuse.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
