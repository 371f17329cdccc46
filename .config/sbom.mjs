import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = 'dist/sbom.json';
const PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/;

/** What packages say in a file of theirs, and not in words that can be looked up. */
export const LICENCES_IN_FILES = /** @type {Record<string, string | undefined>} */ ({
  memorystream: 'MIT',
  spawndamnit: 'MIT',
});

/**
 * Whose work each built file holds, by its source map.
 *
 * @returns {Map<string, string[]>} Files, sorted, by the name of the package.
 */
export function bundledPackages() {
  /** @type {Map<string, string[]>} */
  const files = new Map();
  const maps = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.map'))
    .sort();
  for (const map of maps) {
    /** @type {{ sources: string[] }} */
    const { sources } = JSON.parse(readFileSync(`dist/${map}`, 'utf8'));
    for (const name of new Set(sources.map((source) => PACKAGE.exec(source)?.[1])))
      if (name) files.set(name, [...(files.get(name) ?? []), map.replace(/\.map$/, '')]);
  }
  return files;
}

/**
 * The bill of materials: npm's own, with what it cannot know. `required` is what a merchant or a payer receives, inside a
 * file or as a dependency; `excluded` is what only builds and tests. No clock and no chance: the same lock file and the
 * same build give the same text.
 *
 * @returns {string} CycloneDX 1.5, JSON.
 */
export function createSbom() {
  const { name, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const answer = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    encoding: 'utf8',
  });
  const { serialNumber: _, ...bom } = JSON.parse(answer);
  delete bom.metadata.timestamp;
  bom.metadata.tools = [{ vendor: 'npm', name: 'cli' }];
  bom.metadata.component.name = name;
  const bundled = bundledPackages();
  for (const component of bom.components) {
    const files = bundled.get(component.name) ?? [];
    const licence = LICENCES_IN_FILES[component.name];
    if (licence) component.licenses = [{ license: { id: licence } }];
    component.scope = files.length > 0 || component.name in dependencies ? 'required' : 'excluded';
    component.properties.push(...files.map((value) => ({ name: 'altapay:bundled-into', value })));
  }
  /** @type {Record<string, string>} */
  const hashes = JSON.parse(readFileSync('dist/sri.json', 'utf8'));
  bom.components.push(
    ...Object.entries(hashes).map(([file, hash]) => ({
      'bom-ref': `dist/${file}`,
      type: 'file',
      name: `dist/${file}`,
      hashes: [
        { alg: 'SHA-384', content: Buffer.from(hash.replace('sha384-', ''), 'base64').toString('hex') },
      ],
    })),
  );
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function main() {
  if (!existsSync('dist/sri.json')) throw new Error('Nothing is built yet: npm run build');
  const text = createSbom();
  writeFileSync(FILE, text);
  /** @type {{ components: { name: string, version?: string, scope?: string }[] }} */
  const { components } = JSON.parse(text);
  const required = components.filter(({ scope }) => scope === 'required');
  console.log(`${FILE}: ${components.length} components. Delivered, bundled or as a dependency:`);
  for (const { name, version } of required) console.log(`  ${name} ${version ?? ''}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
