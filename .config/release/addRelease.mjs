/** In the order of Keep a Changelog. */
export const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/**
 * What a changeset says to those who upgrade: a line each, `Added: …`, `Fixed: …`.
 *
 * @param {string} text - The file.
 * @returns {{ kind: string, line: string }[]}
 * @throws {Error} Where a line is of none of the kinds.
 */
export function readChangeset(text) {
  const [, , body = ''] = text.split(/^---$/m);
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Error('The changeset says nothing.');
  return lines.map((line) => {
    const [, kind = '', rest = ''] = /^(\w+): (.+)$/.exec(line) ?? [];
    if (!KINDS.includes(kind)) throw new Error(`"${line}" begins with none of ${KINDS.join(', ')}.`);
    return { kind, line: rest };
  });
}

/**
 * Makes a version of what is unreleased, with what the changesets add to it.
 *
 * @param {string} changelog - In Keep-a-Changelog form.
 * @param {{ version: string, date: string, changes: readonly { kind: string, line: string }[] }} release
 * @returns {string} With an empty `[Unreleased]` above the new version.
 */
export function addRelease(changelog, { version, date, changes }) {
  const heading = '## [Unreleased]\n';
  const [head = '', rest] = changelog.split(heading);
  if (rest === undefined) throw new Error('The changelog has no [Unreleased].');
  const end = rest.search(/^## \[/m);
  const unreleased = end < 0 ? rest : rest.slice(0, end);
  const older = end < 0 ? '' : `\n${rest.slice(end)}`;
  const sections = KINDS.map((kind) => {
    const known = new RegExp(`^### ${kind}\\n\\n((?:- .*\\n)+)`, 'm').exec(unreleased)?.[1] ?? '';
    const added = changes.filter((change) => change.kind === kind).map(({ line }) => `- ${line}\n`);
    const lines = known + added.join('');
    return lines && `### ${kind}\n\n${lines}`;
  });
  return `${head}${heading}\n## [${version}] - ${date}\n\n${sections.filter(Boolean).join('\n')}${older}`;
}
