import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeAudit } from '../../.config/audit.mjs';
import { bundledPackages, createSbom, LICENCES_IN_FILES } from '../../.config/sbom.mjs';

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
};

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
> & { allowScripts: Record<string, boolean> };
const { lockfileVersion, packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  lockfileVersion: number;
  packages: Record<string, Locked>;
};
const { '': root, ...locked } = packages;
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

/** What is wrong with a locked package, in words: it must be the registry's, and the very bytes that were looked at. */
function lintLocked({ integrity = '', resolved, link }: Locked): string[] {
  return [
    ...(/^sha512-[\w+/]{86}==$/.test(integrity) ? [] : ['no sha512']),
    // Where none is written, npm asks the registry that is configured.
    ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')
      ? []
      : [`from ${resolved}`]),
    ...(link ? ['a link'] : []),
  ];
}

describe('the lock file', () => {
  it('names packages of the registry alone, each with its hash', () => {
    expect(lockfileVersion).toBe(3);
    expect(Object.keys(locked).length).toBeGreaterThan(100);
    const wrong = Object.entries(locked).map(([path, one]) => [path, lintLocked(one)] as const);
    expect(wrong.filter(([, problems]) => problems.length > 0)).toEqual([]);
  });

  it.each<[string, Locked]>([
    ['no sha512', {}],
    ['no sha512', { integrity: 'sha1-abc=' }],
    ['from', { integrity: `sha512-${'a'.repeat(86)}==`, resolved: 'git+ssh://git@host.example/a.git' }],
    ['from', { integrity: `sha512-${'a'.repeat(86)}==`, resolved: 'http://registry.npmjs.org/a.tgz' }],
    ['a link', { integrity: `sha512-${'a'.repeat(86)}==`, link: true }],
  ])('would be found out: %s', (problem, one) => {
    expect(lintLocked(one).join()).toContain(problem);
  });

  it('fits package.json, which pins every version', () => {
    const { dependencies, devDependencies } = manifest;
    expect(root).toMatchObject({ dependencies, devDependencies });
    // A second version of one package has a name of its own.
    const direct = Object.entries({ ...dependencies, ...devDependencies }).map(
      ([name, version]) => [name, version.replace(/^npm:(?:react|react-dom)@/, '')] as const,
    );
    expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    for (const [name, version] of direct) expect(locked[`node_modules/${name}`]?.version).toBe(version);
  });

  it('lets no package run a script on installing but those that are named', () => {
    const running = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript);
    const unnamed = running.map(([path]) => nameOf(path)).filter((name) => !manifest.allowScripts[name]);
    expect(unnamed).toEqual([]);
  });
});

/** What may be passed on inside our files, with its notice. */
const BUNDLED_LICENCES = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause'];
/** What may also build and test, and is never passed on. */
const TOOL_LICENCES = [
  ...BUNDLED_LICENCES,
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  '(MIT AND CC-BY-3.0)',
  '(MIT AND Zlib)',
  // Which of the two is ours to choose.
  '(MIT OR GPL-3.0-or-later)',
  'Python-2.0',
  'Unlicense',
  'MPL-2.0',
  // rollup-plugin-dts, which writes our types out anew and leaves nothing of its own in them.
  'LGPL-3.0-only',
];

describe('the licences', () => {
  const bundled = bundledPackages();

  it('of what is bundled let it be passed on, and its notice is there', () => {
    expect([...bundled.keys()]).toEqual(expect.arrayContaining(['ky', 'zod', 'qrcode', 'hono', 'jose']));
    const notices = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    for (const name of bundled.keys()) {
      const { version, license } = locked[`node_modules/${name}`]!;
      expect(BUNDLED_LICENCES, name).toContain(license);
      expect(notices).toContain(`${name} ${version} (${license})\n\n`);
    }
  });

  it('of everything else are known and allowed', () => {
    const unknown = Object.entries(locked)
      .filter(
        ([path, { license = 'none' }]) => !TOOL_LICENCES.includes(LICENCES_IN_FILES[nameOf(path)] ?? license),
      )
      .map(([path, { license }]) => `${path} ${license}`);
    expect(unknown).toEqual([]);
  });
});

describe('the bill of materials', () => {
  const text = createSbom();
  const bom = JSON.parse(text) as {
    bomFormat: string;
    specVersion: string;
    metadata: { component: { name: string } };
    components: {
      name: string;
      version?: string;
      scope?: string;
      type: string;
      licenses?: unknown[];
      hashes: { alg: string; content: string }[];
      properties?: { name: string; value: string }[];
    }[];
  };

  it('is CycloneDX, and says the same when it is made again', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(bom.metadata.component.name).toBe('altapay-js');
    expect(createSbom()).toBe(text);
  });

  it('names every locked package with hash and licence, and every script', () => {
    const libraries = bom.components.filter(({ type }) => type === 'library');
    const listed = new Set(libraries.map(({ name, version }) => `${name}@${version}`));
    const missing = Object.entries(locked).filter(
      ([path, { version }]) => !listed.has(`${nameOf(path)}@${version}`),
    );
    expect(missing).toEqual([]);
    expect(
      libraries.filter(({ licenses = [], hashes }) => licenses.length === 0 || hashes.length === 0),
    ).toEqual([]);
    const scripts = bom.components.filter(({ type }) => type === 'file').map(({ name }) => name);
    const sri = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Record<string, string>;
    expect(scripts).toEqual(Object.keys(sri).map((file) => `dist/${file}`));
  });

  it('tells what is delivered, and in which file, from what only builds and tests', () => {
    const required = bom.components.filter(({ scope }) => scope === 'required');
    expect(required.map(({ name }) => name).sort()).toEqual([...bundledPackages().keys()].sort());
    const ky = required.find(({ name }) => name === 'ky')!;
    expect(ky.properties).toContainEqual({ name: 'altapay:bundled-into', value: 'altapay.pay.js' });
    expect(bom.components.find(({ name }) => name === 'vitest')?.scope).toBe('excluded');
  });
});

describe('what is made of the registry’s answer about vulnerabilities', () => {
  it.each([
    ['none', 0, JSON.stringify({ metadata: { vulnerabilities: { total: 0 } }, vulnerabilities: {} })],
    ['some', 1, JSON.stringify({ metadata: { vulnerabilities: { total: 2 } }, vulnerabilities: { ky: {} } })],
    ['a refusal', 2, JSON.stringify({ message: '405 Method Not Allowed' })],
    ['nothing', 2, ''],
  ])('%s', (_, exitCode, text) => {
    expect(judgeAudit(text).exitCode).toBe(exitCode);
  });

  it('says plainly where nobody could be asked', () => {
    expect(judgeAudit('{"message":"405"}').line).toMatch(/could not be asked .*\(405\).* says nothing/);
    expect(
      judgeAudit(JSON.stringify({ metadata: { vulnerabilities: { total: 2 } }, vulnerabilities: { ky: {} } }))
        .line,
    ).toMatch(/^2 known .*ky/);
  });
});
