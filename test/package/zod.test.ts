import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// rollup.config.mjs lets zod walk its own tables by their own keys alone; this is what makes it safe.
describe('zod on a page that has added to Object.prototype', () => {
  it('is the version that was looked at', () => {
    const { version } = JSON.parse(readFileSync('node_modules/zod/package.json', 'utf8')) as {
      version: string;
    };
    expect(version).toBe('4.6.7');
  });

  it('still walks the two tables by for…in, which the build changes', () => {
    const util = readFileSync('node_modules/zod/v4/core/util.js', 'utf8');
    expect(util.match(/for \(const key in \w+\)/g)).toEqual([
      'for (const key in data)',
      'for (const key in table)',
      'for (const key in computes)',
    ]);
  });

  it('stops where it comes from npm as it is, as the README says', async () => {
    const { $ZodString } = await import('zod/v4/core');
    let thrown: unknown;
    Object.assign(Object.prototype, { added: 'by the page' });
    try {
      new $ZodString({ type: 'string' });
    } catch (error) {
      thrown = error;
    } finally {
      Reflect.deleteProperty(Object.prototype, 'added');
    }
    expect(thrown).toBeInstanceOf(TypeError);
  });

  it('walks by for…in in the script tag only what was looked at', () => {
    const loops = readFileSync('dist/altapay.js', 'utf8').match(/for \(\w+ \w+ in [^)]*\).*\n.*/g) ?? [];
    const others = loops.filter((loop) => !loop.includes('// Skip inherited properties'));
    expect(others.map((loop) => loop.replace(/\s+/g, ' '))).toEqual([
      // Passes over what is not its own.
      'for (const k in proto) { if (!Object.prototype.hasOwnProperty.call(proto, k))',
      // Only an object with a catch-all is asked for these two, and ours have none.
      'for (const key in input) { if (abortEarly && payload.issues.length !== seen) {',
      'for (const key in shape) { const field = shape[key]._zod;',
    ]);
  });
});
