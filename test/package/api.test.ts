import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../architecture/listFiles.js';

const entries = listFiles('dist', '.d.ts').map(({ path, text }) => ({
  name: path.replace(/^dist\/|\.d\.ts$/g, ''),
  text,
}));

/** What an entry promises by its types: no words about it, and in one order whatever the compiler's is. */
async function report(name: string, text: string): Promise<string> {
  const source = ts.createSourceFile(`${name}.d.ts`, text, ts.ScriptTarget.ES2022);
  const bare = ts.createPrinter({ removeComments: true }).printFile(source);
  const ordered = bare.replace(/(?<=ZodEnum<\{)[^}]*(?=\})/g, (words) => words.split('\n').sort().join('\n'));
  const from = name === 'index' ? 'altapay-js' : `altapay-js/${name}`;
  const config = await resolveConfig('README.md');
  return format(`# ${from}\n\n\`\`\`ts\n${ordered}\`\`\`\n`, { ...config, parser: 'markdown' });
}

describe('the public surface', () => {
  it.each(entries)(
    'of $name is the one that was agreed on; `-u` writes down another',
    async ({ name, text }) => {
      await expect(await report(name, text)).toMatchFileSnapshot(`api/${name}.md`);
    },
  );

  it('is written down for every entry, and for none that is gone', () => {
    const written = listFiles('test/package/api', '.md').map(({ path }) => path.replace(/^.*\/|\.md$/g, ''));
    expect(written).toEqual(entries.map(({ name }) => name));
  });

  it('is told by types alone: words do not count, a changed type does', async () => {
    const declared = 'type A = { readonly a?: string };';
    const told = await report('a', declared);
    expect(await report('a', `/** Words. */\n${declared}`)).toBe(told);
    expect(await report('a', declared.replace('?', ''))).not.toBe(told);
  });
});
