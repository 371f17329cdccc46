import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '1000' },
    start: { type: 'string', default: '1' },
    steps: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run chaos -- [--browser] [--seeds 1000] [--start 1] [--steps 200]

Runs sequences of random commands of payer, network and browser, and holds each step to the invariants in
test/chaos/expectInvariants.ts: in happy-dom with a clock of its own, where the same seed is the same run, or with --browser
in Chromium (100 steps a seed), which takes what dist holds. A failure prints its seed and the shortest list of commands that
was found to fail as well; --seeds 1 --start SEED runs it again.`);
} else {
  const { browser, seeds, start, steps = browser ? '100' : '200' } = values;
  const [project, where] = browser ? ['e2e', 'test/chaos/browser/'] : ['properties', 'test/chaos/'];
  const env = browser
    ? { CHAOS_BROWSER_SEEDS: seeds, CHAOS_BROWSER_STEPS: steps }
    : { CHAOS_SEEDS: seeds, CHAOS_STEPS: steps };
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--config', '.config/vitest.config.ts', '--project', project, where],
    { stdio: 'inherit', env: { ...process.env, CHAOS_SEED: start, ...env } },
  );
  process.exitCode = status ?? 1;
}
