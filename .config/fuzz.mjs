import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '86400' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run fuzz -- [name] [--cases 1000000] [--seconds 86400] [--seed number]

Tries the properties in test/properties, or those whose title holds the name, and says how many cases each has made.
Each ends after so many cases or so many seconds, whichever comes first.`);
} else {
  const [name] = positionals;
  const vitest = ['vitest', 'run', '--config', '.config/vitest.config.ts', '--project', 'properties'];
  const { status } = spawnSync(
    'npx',
    [...vitest, '--disable-console-intercept', ...(name ? ['-t', name] : [])],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        PROPERTY_RUNS: values.cases,
        PROPERTY_SECONDS: values.seconds,
        ...(values.seed && { PROPERTY_SEED: values.seed }),
      },
    },
  );
  process.exitCode = status ?? 1;
}
