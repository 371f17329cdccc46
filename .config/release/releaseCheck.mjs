// What a reader gets, tried before it is published: `npm run release:check`.
import { execFileSync, execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { checkBrowser } from './checkBrowser.mjs';
import { createProjects } from './projects.mjs';

/** @type {{ devDependencies: Record<string, string>, exports: Record<string, { types?: string }> }} */
const { devDependencies, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const islands = Object.entries(exports).flatMap(([name, entry]) => (entry.types ? [name] : []));
const entries = ['.', ...islands].map((name) => name.replace('.', 'altapay-js'));
const folder = mkdtempSync(join(tmpdir(), 'release-'));
try {
  const tarball = pack();
  await lint(tarball);
  for (const project of createProjects(devDependencies, entries)) {
    const place = install(project.name, project.files, [tarball, ...project.packages]);
    for (const command of project.commands) run(command, place);
    console.log(`✓ ${project.name}`);
  }
  const react = ['react', 'react-dom'].map((name) => `${name}@${devDependencies[name]}`);
  const place = install('browser', { 'package.json': '{ "type": "module" }' }, [tarball, ...react]);
  await checkBrowser(place, entries);
  console.log('✓ browser: the quick start, from its first file to the approved payment, and each entry');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Packs, and lists the files with their bytes. @returns {string} The tarball. */
function pack() {
  const answer = run(`npm pack --json --ignore-scripts --pack-destination "${folder}"`);
  /** @type {{ filename: string, size: number, unpackedSize: number, files: { path: string, size: number }[] }[]} */
  const [packed] = Object.values(JSON.parse(answer));
  if (!packed) throw new Error('npm packed nothing.');
  for (const { path, size } of packed.files) console.log(`${format(size)}  ${path}`);
  console.log(`${format(packed.unpackedSize)}  in ${packed.files.length} files; ${packed.size} bytes packed`);
  return join(folder, packed.filename);
}

/** @param {string} tarball */
async function lint(tarball) {
  const { messages, pkg } = await publint({ level: 'suggestion', strict: true });
  if (messages.length > 0) throw new Error(messages.map((message) => formatMessage(message, pkg)).join('\n'));
  console.log('✓ publint');
  const attw = [
    resolve('node_modules/@arethetypeswrong/cli/dist/index.js'),
    tarball,
    '--no-emoji',
    '--no-color',
  ];
  execFileSync(process.execPath, [...attw, '--profile', 'node16', '--entrypoints', '.'], { stdio: 'pipe' });
  execFileSync(process.execPath, [...attw, '--profile', 'esm-only', '--entrypoints', ...islands], {
    stdio: 'pipe',
  });
  console.log('✓ attw');
}

/**
 * @param {string} name
 * @param {Readonly<Record<string, string>>} files
 * @param {readonly string[]} packages
 * @returns {string} The project's folder.
 */
function install(name, files, packages) {
  const place = join(folder, name.replace(/\W/g, '-'));
  mkdirSync(place);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  run(`npm install --no-audit --no-fund --prefer-offline ${packages.join(' ')}`, place);
  return place;
}

/** @param {string} command @param {string} [cwd] @returns {string} */
function run(command, cwd = process.cwd()) {
  try {
    return execSync(command, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    throw new Error(`${command}\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** @param {number} bytes */
function format(bytes) {
  return String(bytes).padStart(10);
}
