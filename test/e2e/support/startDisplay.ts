import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A screen of a phone's size that nobody sees. */
export type Display = { readonly name: string; close(): Promise<void> };

/** @param server - Where Xvfb is. */
export async function startDisplay(server: string): Promise<Display> {
  const screen = ['-screen', '0', '390x844x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const running = spawn(server, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const failed = once(running, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with ${String(code)} before it had a display`);
  });
  const [number] = (await Promise.race([once(running.stdio[3] as Readable, 'data'), failed])) as [Buffer];
  failed.catch(() => undefined);
  return {
    name: `:${String(number).trim()}`,
    async close() {
      const ended = once(running, 'exit');
      running.kill();
      await ended;
    },
  };
}
