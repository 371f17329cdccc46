import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findChromium } from '../../test/e2e/support/findChromium.mjs';

/**
 * Does in a browser what the quick start tells a reader to do: its page, its server, the sandbox of the package.
 *
 * @param {string} folder - Where the package is installed.
 * @param {readonly string[]} entries - Each is bundled and run in the page, but for the one of the merchant's server.
 * @throws {Error} Where the payer does not come to the gateway, or an entry is not there.
 */
export async function checkBrowser(folder, entries) {
  const guide = readFileSync('src/guides/quick-start.md', 'utf8');
  writeFileSync(join(folder, 'pay.html'), blockOf(guide, 'html'));
  writeFileSync(join(folder, 'serve.mjs'), blockOf(guide, 'js'));
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  // After the browser, which takes its time: what is said before anybody listens is lost.
  const sandbox = start(folder, ['node_modules/altapay-js/dist/cli.js', 'sandbox']);
  /** @type {ReturnType<typeof start> | undefined} */
  let server;
  try {
    await sandbox.says(/Ctrl\+C/);
    server = start(folder, ['serve.mjs']);
    const link = await server.says(/^http\S+/);
    const page = await browser.newPage();
    await page.goto(link);
    await page.getByRole('radio', { name: /^MobilePay/ }).check();
    await page.getByRole('button', { name: /^Pay/ }).click();
    await page.waitForURL('**/checkout/gateway/**');
    await page.getByRole('button', { name: /^Approve/ }).click();
    await page.getByText(/paid/i).first().waitFor();
    for (const entry of entries) if (!entry.endsWith('/server')) await checkEntry(page, folder, entry);
  } finally {
    server?.stop();
    sandbox.stop();
    await browser.close();
  }
}

/**
 * As a bundler would bring it onto a page.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 * @param {string} entry
 */
async function checkEntry(page, folder, entry) {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${entry}';`, resolveDir: folder },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'entry',
    logLevel: 'error',
  });
  const names = await page.evaluate(`${outputFiles[0]?.text}\nObject.keys(entry).length`);
  if (!(Number(names) > 0)) throw new Error(`${entry} exports nothing in the browser.`);
}

/** The first code block of a language. @param {string} markdown @param {string} language */
function blockOf(markdown, language) {
  const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(markdown) ?? [];
  if (text === undefined) throw new Error(`The quick start has no ${language}.`);
  return text;
}

/** @param {string} cwd @param {string[]} args */
function start(cwd, args) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  return {
    /** @param {RegExp} wanted @returns {Promise<string>} */
    says: (wanted) =>
      new Promise((resolve, reject) => {
        lines.on('line', (line) => {
          const [found] = wanted.exec(line) ?? [];
          if (found !== undefined) resolve(found);
        });
        child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}.`)));
      }),
    stop: () => child.kill(),
  };
}
