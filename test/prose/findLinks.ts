import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Link = { readonly target: string; readonly isDead: boolean };

/** The relative links and pictures of a Markdown file, and whether what they point to, file and heading, is there. */
export function findLinks(path: string): Link[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:\]\(|src(?:set)?=")([^)"]+)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^(?:https?:|\/)/.test(target))
    .map((target) => {
      const [file = '', heading] = target.split('#');
      const there = file ? join(dirname(path), file) : path;
      return { target, isDead: !existsSync(there) || !(heading === undefined || hasHeading(there, heading)) };
    });
}

/** Whether a Markdown file has a heading that GitHub gives this id. */
function hasHeading(path: string, id: string): boolean {
  const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)];
  return headings.some(
    ([, text]) =>
      text!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-') === id,
  );
}
