import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [, tag = '', code = ''] = /```html\n(<script\n {2}data-container[^>]*>)([\s\S]*?)<\/script>\n```/.exec(
  readFileSync('README.md', 'utf8'),
)!;

/** The README's lines for a page whose script does not come. */
export const guardSnippet = {
  html: `${tag}${code}</script>`,
  code,
  hash: `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  /** What they tell where the script was kept away. */
  blocked: /data-blocked="([^"]*)"/.exec(tag)![1]!,
  /** What they tell where the browser could not read it. */
  old: /data-old="([^"]*)"/.exec(tag)![1]!,
};
