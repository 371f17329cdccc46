import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ZOD_CUTS } from '../../.config/build/thirdParty.mjs';
import { schema } from '../../src/core/schema.js';

// .config/build/thirdParty.mjs lets zod walk its own tables by their own keys alone; this is what makes it safe.
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

  it('walks by for…in in the script tag nothing but what passes over what is not its own', () => {
    const loops = readFileSync('dist/altapay.js', 'utf8').match(/for \(\w+ \w+ in [^)]*\).*\n.*/g) ?? [];
    const others = loops.filter((loop) => !loop.includes('// Skip inherited properties'));
    expect(others).toEqual([]);
  });
});

describe('zod without what no schema of ours comes to', () => {
  type Validate = (raw: unknown) => { value?: unknown; issues?: readonly { path?: unknown[] }[] };
  const SHAPES = {
    text: (make: typeof schema) => make.text(),
    amount: (make: typeof schema) => make.amount(),
    anything: (make: typeof schema) => make.anything(),
    'a maybe': (make: typeof schema) => make.optional(make.text()),
    'an object in an object': (make: typeof schema) =>
      make.object({
        id: make.text(),
        inner: make.object({ value: make.amount(), note: make.optional(make.text()) }),
        maybe: make.optional(make.object({ type: make.text() })),
        rest: make.anything(),
      }),
  };
  const inner = { value: 1, note: 'n' };
  const VALUES: unknown[] = [
    ...[undefined, null, '', 'text', 0, -0, 1.5, NaN, Infinity, true, [], [1], {}, () => 1, Symbol('s'), 1n],
    ...[
      { id: 'a', inner },
      { id: 'a', inner, maybe: { type: 't' }, rest: [], more: 1 },
    ],
    ...[{ id: 1, inner }, { id: 'a', inner: [] }, { id: 'a', inner: { value: '1' } }, { inner }],
    ...[
      { id: 'a', inner: { value: NaN, note: 1 } },
      { id: 'a', inner, maybe: {} },
      { id: 'a', inner, maybe: 1 },
    ],
    ...[JSON.parse('{"id":"a","inner":{"value":1,"__proto__":{"x":1}},"__proto__":{"y":1}}')],
    ...[{ id: 'a', inner: Promise.resolve(inner) }, Object.create({ id: 'a', inner }) as object],
  ];

  it('finds every part that it takes out', () => {
    const sources = ['schemas', 'core'].map((file) =>
      readFileSync(`node_modules/zod/v4/core/${file}.js`, 'utf8'),
    );
    for (const [part] of ZOD_CUTS) expect(sources.join(''), String(part)).toMatch(new RegExp(part.source));
  });

  it('says the same of every value, down to the paths', async () => {
    const { outputFiles } = await build({
      stdin: { contents: `export { schema } from './src/core/schema.js';`, resolveDir: resolve('.') },
      bundle: true,
      format: 'esm',
      write: false,
      plugins: [
        {
          name: 'cuts',
          setup({ onLoad }) {
            onLoad({ filter: /v4.core.(schemas|core)\.js$/ }, ({ path }) => ({
              contents: ZOD_CUTS.reduce(
                (text, [part, instead]) => text.replace(part, instead),
                readFileSync(path, 'utf8'),
              ),
            }));
          },
        },
      ],
    });
    const code = Buffer.from(outputFiles[0]!.contents).toString('base64');
    const cut = (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as {
      schema: typeof schema;
    };
    for (const [name, shape] of Object.entries(SHAPES)) {
      const validators = [schema, cut.schema].map((make) => shape(make)['~standard'].validate as Validate);
      for (const value of VALUES) {
        const [whole, less] = validators.map((validate) => {
          const { issues, ...rest } = validate(value);
          return { ...rest, paths: issues?.map(({ path = [] }) => path) };
        });
        expect(less, `${name} of ${typeof value}`).toEqual(whole);
      }
    }
  });
});
