import { readFileSync } from 'node:fs';

/**
 * What a release says: its part of the changelog, where its files may lie for ever, and their hashes.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {Readonly<Record<string, string>>} hashes - `dist/sri.json`.
 * @returns {string} Markdown.
 * @throws {Error} Where the changelog does not tell of this version.
 */
export function toReleaseNotes(changelog, version, hashes) {
  const part = changelog.split(/^## /m).find((text) => text.startsWith(`[${version}]`));
  if (part === undefined) throw new Error(`The changelog does not tell of ${version}.`);
  const folder = `/altapay/${version}/`;
  const served = Object.entries(hashes).filter(([file]) =>
    /^(altapay\.(min|pay|further|return|debug|early|wallets)\.js|lang\/.*)$/.test(file),
  );
  return [
    part.slice(part.indexOf('\n')).trim(),
    '',
    '## Files to serve',
    '',
    'Under a name with the version in it, a file never changes, so it may be kept for ever:',
    '',
    '```html',
    '<script',
    `  src="${folder}altapay.min.js"`,
    `  integrity="${hashes['altapay.min.js'] ?? ''}"`,
    '  data-api-url="…"',
    '  data-container="#payment"',
    '  defer',
    '></script>',
    '```',
    '',
    '| File | Integrity |',
    '| --- | --- |',
    ...served.map(([file, hash]) => `| \`${folder}${file}\` | \`${hash}\` |`),
    '',
  ].join('\n');
}

if (process.argv[1]?.endsWith('toReleaseNotes.mjs')) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  /** @type {Record<string, string>} */
  const hashes = JSON.parse(readFileSync('dist/sri.json', 'utf8'));
  console.log(toReleaseNotes(readFileSync('CHANGELOG.md', 'utf8'), process.argv[2] ?? version, hashes));
}
