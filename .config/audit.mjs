import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * What `npm audit --json` has said, in one line.
 *
 * @param {string} text
 * @returns {{ exitCode: 0 | 1 | 2, line: string }} 0: nothing is known. 1: something is. 2: nobody could be asked.
 */
export function judgeAudit(text) {
  /** @type {{ metadata?: { vulnerabilities?: { total?: number } }, vulnerabilities?: object, message?: string }} */
  let answer = {};
  try {
    answer = JSON.parse(text);
  } catch {
    // It has said nothing that can be read: nobody was asked.
  }
  const total = answer.metadata?.vulnerabilities?.total;
  if (typeof total !== 'number') {
    const why = answer.message ?? 'no answer';
    return {
      exitCode: 2,
      line: `The registry could not be asked about known vulnerabilities (${why}): this says nothing about whether there are any.`,
    };
  }
  if (total === 0)
    return { exitCode: 0, line: 'The registry knows no vulnerability in what the lock file names.' };
  const names = Object.keys(answer.vulnerabilities ?? {}).join(', ');
  return { exitCode: 1, line: `${total} known vulnerabilities: ${names}. npm audit tells more.` };
}

if (process.argv[1]?.endsWith('audit.mjs')) {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8' });
  const { exitCode, line } = judgeAudit(stdout);
  console.log(line);
  process.exitCode = exitCode;
}
