// Makes a version of the changesets: `npm run release:version`. It changes files, and commits and publishes nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { addRelease, readChangeset } from './addRelease.mjs';

const files = readdirSync('.changeset').filter((file) => file.endsWith('.md') && file !== 'README.md');
if (files.length === 0) throw new Error('There is no changeset: `npx changeset` writes one.');
// Read before they are used up.
const changes = files.sort().flatMap((file) => readChangeset(readFileSync(`.changeset/${file}`, 'utf8')));
execFileSync('npx', ['changeset', 'version'], { stdio: 'inherit' });
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { stdio: 'inherit' });

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const date = new Date().toISOString().slice(0, 10);
writeFileSync('CHANGELOG.md', addRelease(readFileSync('CHANGELOG.md', 'utf8'), { version, date, changes }));
console.log(
  `CHANGELOG.md and package.json are at ${version}. Look at them, then commit and tag v${version}.`,
);
