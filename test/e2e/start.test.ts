import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { it } from './support/engineTest.js';
import { pickerOn } from './support/pickerOn.js';
import { readTerminalQRCode } from './support/readTerminalQRCode.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Run = { process: ChildProcess; output(): string; errors(): string; exitCode: Promise<number | null> };

/** What `npm start` runs once everything is built. */
function start(ports: { PORT: string; SANDBOX_PORT: string }): Run {
  const child = spawn(process.execPath, ['examples/shop/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', ...ports },
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  const exitCode = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exitCode;
  });
  return { process: child, output: () => texts.stdout, errors: () => texts.stderr, exitCode };
}

async function occupyPort(): Promise<{ server: Server; port: string }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: String((server.address() as AddressInfo).port) };
}

/** Ports that were free a moment ago, each another one. */
async function findFreePorts(): Promise<{ PORT: string; SANDBOX_PORT: string }> {
  const both = [await occupyPort(), await occupyPort()] as const;
  await Promise.all(both.map(({ server }) => new Promise((closed) => server.close(closed))));
  return { PORT: both[0].port, SANDBOX_PORT: both[1].port };
}

it('starts a shop whose link and code in the terminal can be paid at once, and stops when asked', async ({
  openPhone,
}) => {
  const ports = await findFreePorts();
  const run = start(ports);
  await expect.poll(run.output).toContain('Ctrl+C');
  expect(run.errors()).toBe('');
  const read = (name: string): string => new RegExp(`${name} +(http\\S+)`).exec(run.output())![1]!;
  const link = read('Payment link');
  expect(read('Shop')).toBe(`http://127.0.0.1:${ports.PORT}/`);
  const drawing = run.output().slice(run.output().indexOf(link) + link.length, run.output().indexOf('Scan'));
  expect(readTerminalQRCode(drawing)).toBe(link);

  const desk = await openPhone({
    desk: true,
    // The order's page listens until the very end.
    allowed: [/ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING)/],
  });
  await desk.page.goto(read('First order'));
  const { page } = await openPhone();
  await page.goto(link);
  await pickerOn(page).payWith('MobilePay');
  await page.getByRole('button', { name: 'Approve in MobilePay' }).tap();
  await page.getByRole('heading', { name: 'Thank you. Your order is paid.' }).waitFor();
  await expect.poll(() => desk.page.locator('#state').innerText()).toBe('Paid');

  run.process.kill('SIGINT');
  expect(await run.exitCode).toBe(0);
  expect(run.errors()).toBe('');
});

it.for(['PORT', 'SANDBOX_PORT'] as const)(
  'says which port is taken, and that %s changes it',
  async (variable) => {
    const { server, port } = await occupyPort();
    onTestFinished(() => void server.close());
    const run = start({ ...(await findFreePorts()), [variable]: port });
    expect(await run.exitCode).toBe(1);
    expect(run.errors()).toMatch(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken .* ${variable}=\\d+ npm start\\n$`),
    );
    expect(run.output()).toBe('');
  },
);
