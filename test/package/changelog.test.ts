import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addRelease, readChangeset } from '../../.config/release/addRelease.mjs';
import { toReleaseNotes } from '../../.config/release/toReleaseNotes.mjs';
import { listFiles } from '../architecture/listFiles.js';

const changelog = readFileSync('CHANGELOG.md', 'utf8');
const { scripts, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  version: string;
};
const hashes = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>;
const release = { version: '1.2.3', date: '2030-01-31' };

describe('a changeset', () => {
  it('says of each change what it is, whoever wrote it', () => {
    const files = readdirSync('.changeset').filter((file) => file.endsWith('.md'));
    for (const file of files) {
      const text = readFileSync(`.changeset/${file}`, 'utf8');
      expect(readChangeset(text).length, file).toBeGreaterThan(0);
      expect(text, file).toMatch(/^---\n'altapay-js': (?:patch|minor|major)\n---\n/);
    }
  });

  it.each(['---\n---\n', '---\n---\nA thing.\n', '---\n---\nBroken: a thing.\n'])('is not %j', (text) => {
    expect(() => readChangeset(text)).toThrow(/says nothing|begins with none of/);
  });
});

describe('the changelog', () => {
  it('takes a version: what was unreleased and what the changesets add, in its order', () => {
    const changes = readChangeset("---\n'a': patch\n---\n\nFixed: One.\nAdded: Two.\nSecurity: Three.\n");
    const before = '# C\n\n## [Unreleased]\n\n### Fixed\n\n- Zero.\n\n## [1.0.0] - 2029-01-01\n\n- Old.\n';
    expect(addRelease(before, { ...release, changes })).toBe(
      '# C\n\n## [Unreleased]\n\n## [1.2.3] - 2030-01-31\n\n### Added\n\n- Two.\n\n### Fixed\n\n- Zero.\n- One.\n\n### Security\n\n- Three.\n\n## [1.0.0] - 2029-01-01\n\n- Old.\n',
    );
  });

  it('as it is loses nothing when a version is made', () => {
    const lines = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('- '));
    expect(lines(addRelease(changelog, { ...release, changes: [] }))).toEqual(lines(changelog));
  });
});

describe('the notes of a release', () => {
  const released = addRelease(changelog, { ...release, version, changes: [] });

  it('say what changed, where the files lie for ever, and the hash of each', () => {
    const notes = toReleaseNotes(released, version, hashes);
    expect(notes).toMatch(/^### Added\n/);
    expect(notes).toContain(
      `src="/altapay/${version}/altapay.min.js"\n  integrity="${hashes['altapay.min.js']}"`,
    );
    for (const file of ['altapay.min.js', 'altapay.pay.js', 'lang/da.js'])
      expect(notes).toContain(`| \`/altapay/${version}/${file}\` | \`${hashes[file]}\` |`);
    expect(notes).not.toContain('sandbox.js');
  });

  it('are not made of a version that the changelog does not know', () => {
    expect(() => toReleaseNotes(released, '9.9.9', hashes)).toThrow('does not tell of 9.9.9');
  });
});

describe('the workflows', () => {
  const files = listFiles('.github/workflows', '.yml');

  it('run actions by their commit, and scripts that there are', () => {
    expect(files.map(({ path }) => path)).toEqual([
      '.github/workflows/ci.yml',
      '.github/workflows/publish.yml',
    ]);
    for (const { text } of files) {
      const actions = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action);
      expect(actions.length).toBeGreaterThan(1);
      expect(
        actions.filter((action) => !/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(action!)),
      ).toEqual([]);
      const run = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name!);
      expect(run.filter((name) => !(name in scripts))).toEqual([]);
    }
  });

  it('publish with provenance', () => {
    const { text } = files.find(({ path }) => path.endsWith('publish.yml'))!;
    expect(text).toContain('id-token: write');
    expect(text).toContain('npm publish --provenance');
  });
});
