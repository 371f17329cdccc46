import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Starts the sandbox in a process of its own.
 *
 * @returns {Promise<{ port: number, ask: (order: 'fill' | 'link' | 'weigh', count?: number) => Promise<any>, stop: () => void }>}
 */
export async function startChild() {
  const child = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), {
    execArgv: ['--expose-gc'],
  });
  /** @returns {Promise<any>} */
  const nextAnswer = () =>
    new Promise((resolve, reject) => {
      const onExit = () => reject(new Error('The sandbox ended.'));
      child.once('exit', onExit);
      child.once('message', (/** @type {{ answer?: unknown, error?: string }} */ { answer, error }) => {
        child.off('exit', onExit);
        if (error === undefined) resolve(answer);
        else reject(new Error(error));
      });
    });
  const port = await nextAnswer();
  return {
    port,
    ask: (order, count = 0) => {
      child.send({ order, count });
      return nextAnswer();
    },
    stop: () => child.kill(),
  };
}
