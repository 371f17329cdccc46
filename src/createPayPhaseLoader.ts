import { withinTime } from './api/withinTime.js';
import { importPayPhase } from './importPayPhase.js';
import type { payPhase } from './payPhase.js';

const ATTEMPTS = 3;
const PAUSE_MS = 500;

/**
 * Brings the part that pays, once for all who ask. On a poor network it is asked for a few times; should all of that be
 * in vain, whoever asks next begins anew.
 *
 * @param limitMs - Time limit of one round, in milliseconds: an `import()` by itself may wait for ever.
 * @returns Loads it; the signal ends the wait.
 */
export function createPayPhaseLoader(limitMs: number): (signal: AbortSignal) => Promise<typeof payPhase> {
  let failed = 0;
  let importing: ReturnType<typeof importPayPhase> | undefined;

  const importOnce = (): ReturnType<typeof importPayPhase> =>
    (importing ??= importPayPhase(failed).catch((error: unknown) => {
      failed++;
      importing = undefined;
      throw error;
    }));

  return (outer) =>
    withinTime(outer, limitMs, async (signal) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return (await importOnce()).payPhase;
        } catch (error) {
          if (attempt === ATTEMPTS || signal.aborted) throw error;
          await pause(PAUSE_MS * attempt, signal);
        }
      }
    });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
