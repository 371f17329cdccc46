const START = '<!-- bench: written by npm run bench -- --write -->';
const END = '<!-- /bench -->';

/**
 * Puts new tables where the bench's stand in the README.
 *
 * @param {string} readme
 * @param {string} tables
 * @throws {Error} Where the markers are not there, each once.
 */
export function replaceBetweenMarkers(readme, tables) {
  const [before, rest, ...more] = readme.split(START);
  const [, after, ...most] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined || more.length + most.length > 0)
    throw new Error(`README.md wants one "${START}" and one "${END}" after it.`);
  return `${before}${START}\n\n${tables}\n\n${END}${after}`;
}
