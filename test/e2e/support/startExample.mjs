import { spawn } from 'node:child_process';
import process from 'node:process';
import { createInterface } from 'node:readline';

/**
 * Runs one of the small examples as its reader does, on a free port.
 *
 * @param {'script-tag' | 'module' | 'headless' | 'react' | 'vue' | 'svelte' | 'playground'} name
 * @returns {Promise<{ link: string, origin: string, stop: () => void }>} Once it has printed its link.
 * @throws {Error} When it ends instead, with what it said.
 */
export async function startExample(name) {
  const child = spawn(process.execPath, ['examples/serve.mjs', name], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  for await (const line of createInterface({ input: child.stdout })) {
    const link = /(?:Payment link|Playground)\s+(\S+)/.exec(line)?.[1];
    if (link) return { link, origin: new URL(link).origin, stop: () => child.kill() };
  }
  throw new Error(`The example ${name} ended: ${said}`);
}
