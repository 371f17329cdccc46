import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import licensePlugin from 'rollup-plugin-license';

// Its types speak of a default export that the module itself is.
const license = /** @type {typeof licensePlugin.default} */ (/** @type {unknown} */ (licensePlugin));

const NOTICES = 'dist/THIRD-PARTY-LICENSES.txt';

/** @type {Map<string, string>} */
const notices = new Map();

/** Takes down whose work a bundle holds. */
export const collectNotices = () =>
  license({
    thirdParty: {
      includeSelf: false,
      output: (bundled) => {
        for (const { name, version, license: kind, licenseText, noticeText } of bundled) {
          const text = [licenseText, noticeText].filter(Boolean).join('\n\n').trim();
          notices.set(String(name), `${String(name)} ${String(version)} (${String(kind)})\n\n${text}\n`);
        }
      },
    },
  });

/** What can only be said once every file is there. */
export const summarise = {
  name: 'summarise',
  writeBundle() {
    const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
    writeFileSync(NOTICES, sorted.join(`\n${'-'.repeat(80)}\n\n`));
    const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.js'))
      .sort();
    const hashes = scripts.map((file) => [
      file,
      `sha384-${createHash('sha384')
        .update(readFileSync(`dist/${file}`))
        .digest('base64')}`,
    ]);
    writeFileSync('dist/sri.json', `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
  },
};
