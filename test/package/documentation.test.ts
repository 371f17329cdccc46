import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const typedoc = join(dirname(createRequire(import.meta.url).resolve('typedoc/package.json')), 'bin/typedoc');
const convert = (...options: readonly string[]): Promise<unknown> =>
  run(process.execPath, [typedoc, '--options', '.config/typedoc.json', '--emit', 'none', ...options]);

// A minute on a slow machine, so only `npm run test:full` has it.
describe('the documentation', () => {
  it(
    'is made without a warning: nothing is mentioned that cannot be looked up',
    { timeout: 300_000 },
    async () => {
      await convert();
    },
  );

  it('is not made with a link that leads nowhere', { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'documentation-'));
    const guide = join(folder, 'guide.md');
    await writeFile(guide, '# A guide\n\nSee [another](nowhere.md).\n');
    const broken = convert(
      '--entryPoints',
      'src/version.ts',
      '--readme',
      'none',
      '--projectDocuments',
      guide,
    );
    await expect(broken).rejects.toMatchObject({ code: expect.any(Number) as number, stdout: '' });
    await expect(broken).rejects.toThrow(/nowhere\.md/);
    await rm(folder, { recursive: true });
  });
});
