// @vitest-environment node
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { help, readCommand } from '../../src/cli/readCommand.js';

const CLI = 'dist/cli.js';

/** Starts the built command and answers the address it prints. */
async function start(...words: string[]): Promise<{ origin: string; said: string }> {
  const child = spawn(process.execPath, [CLI, 'sandbox', ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  let said = '';
  for await (const part of child.stdout) {
    said += String(part);
    const origin = /Status page\s+(\S+)\/__sandbox/.exec(said)?.[1];
    if (origin && said.includes('Ctrl+C')) return { origin, said };
  }
  throw new Error(`It ended: ${said}`);
}

/** With a `Host` of one's own, which `fetch` does not let out. */
function statusFor(origin: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest(`${origin}/__sandbox`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asking.once('error', reject).end();
  });
}

describe('npx altapay-js sandbox', () => {
  it('serves Checkout, its status page and the SDK on this machine alone', async () => {
    const { origin, said } = await start('--port', '0');
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(said).toContain('Only this machine reaches it.');

    const first = await fetch(origin);
    expect(first.url).toBe(`${origin}/__sandbox`);
    expect(await first.text()).toContain('src="/checkout/assets/status.js"');
    expect((await fetch(`${origin}/checkout/assets/status.js`)).status).toBe(200);
    expect((await fetch(`${origin}/checkout/assets/cli.d.ts`)).status).toBe(404);
    const credentials = { authorization: `Basic ${btoa('sandbox:sandbox')}` };
    const token = await fetch(`${origin}/checkout/v1/api/authenticate`, {
      method: 'POST',
      headers: credentials,
    });
    expect(token.status).toBe(200);

    expect(await statusFor(origin, 'rebound.example')).toBe(421);
    expect(await statusFor(origin, 'localhost')).toBe(200);
  });

  it('breaks connections as its faults want', async () => {
    const { origin } = await start('--port', '0');
    const fault = { match: 'POST /authenticate', kind: 'killAfterBody' };
    await fetch(`${origin}/__sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });
    await expect(fetch(`${origin}/checkout/v1/api/authenticate`, { method: 'POST' })).rejects.toThrow();
  });

  it('says who reaches it where that is more than this machine', async () => {
    const { origin, said } = await start('--port', '0', '--host', '0.0.0.0');
    expect(said).toContain('Everybody in your network');
    expect((await fetch(`${origin}/__sandbox/status`)).status).toBe(200);
  });

  it('says that a port is taken, and how to choose another', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    onTestFinished(() => void blocker.close());
    const { port } = blocker.address() as AddressInfo;
    const child = spawn(process.execPath, [CLI, 'sandbox', '--port', String(port)], { stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, said]).toEqual([1, expect.stringMatching(new RegExp(`Port ${port} .* is taken .*--port`))]);
  });
});

describe('what stands on the command line', () => {
  it('is a sandbox on loopback unless it says otherwise', () => {
    expect(readCommand(['sandbox'])).toEqual({ kind: 'sandbox', host: '127.0.0.1', port: 4171 });
    expect(readCommand(['sandbox', '--host', '::1', '--port=80'])).toEqual({
      kind: 'sandbox',
      host: '::1',
      port: 80,
    });
  });

  it.each([
    [[], 'There is no ""'],
    [['sandboxes'], 'There is no "sandboxes"'],
    [['sandbox', 'now'], 'There is no "sandbox now"'],
    [['sandbox', '--port', 'x'], '--port is "x"'],
    [['sandbox', '--port', '70000'], '--port is "70000"'],
    [['sandbox', '--colour'], '--colour'],
  ])('that cannot be read is said, with the help: %s', (words, complaint) => {
    const command = readCommand(words);
    expect(command).toEqual({ kind: 'wrong', text: expect.stringContaining(complaint) });
    expect((command as { text: string }).text).toContain(help);
  });

  it('may ask for help', () => {
    const said = execFileSync(process.execPath, [CLI, '--help'], { encoding: 'utf8' });
    expect(said).toBe(help);
    expect(readCommand(['sandbox', '--help']).kind).toBe('help');
  });
});
