import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { TestProject } from 'vitest/node';
import { findWebKit } from './findWebKit.mjs';

/** One screen of a phone's size for the whole run, on no screen at all: WebKit draws there. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const found = findWebKit();
  // The tests then say so.
  if (!found) return undefined;
  const screen = ['-screen', '0', '390x844x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const server = spawn(found.display, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const failed = once(server, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with ${String(code)} before it had a display`);
  });
  const [number] = (await Promise.race([once(server.stdio[3] as Readable, 'data'), failed])) as [Buffer];
  failed.catch(() => undefined);
  project.provide('display', `:${String(number).trim()}`);
  return async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  };
}
