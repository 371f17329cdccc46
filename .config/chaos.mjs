import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    start: { type: 'string', default: '1' },
    steps: { type: 'string', default: '200' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run chaos -- [--seeds 1000] [--start 1] [--steps 200]

Runs sequences of random commands of payer, network and browser, and holds each step to the invariants in
test/chaos/expectInvariants.ts. A failure prints its seed and the shortest list of commands that fails as well;
--seeds 1 --start SEED runs it again.`);
} else {
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--config', '.config/vitest.config.ts', 'test/chaos/'],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        CHAOS_SEEDS: values.seeds,
        CHAOS_SEED: values.start,
        CHAOS_STEPS: values.steps,
      },
    },
  );
  process.exitCode = status ?? 1;
}
