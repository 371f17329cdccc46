import { readFileSync } from 'node:fs';
import ts from 'typescript';

type AsyncFunctionMaker = new (...namesAndBody: string[]) => (...values: unknown[]) => Promise<unknown>;
const AsyncFunction = (async () => {}).constructor as AsyncFunctionMaker;

/**
 * A code block of the README, to be run as it stands there.
 *
 * @param part - Stands in the block and in no other.
 * @param names - What it imports, or may not have as it is; given when it is called. What it exports is answered.
 */
export function readmeBlock(part: string, ...names: string[]): (...values: unknown[]) => Promise<unknown> {
  const blocks = readFileSync('README.md', 'utf8').matchAll(/```(?:ts|js)\n([\s\S]*?)```/g);
  const [text, ...others] = Array.from(blocks, ([, block]) => block!).filter((block) => block.includes(part));
  if (text === undefined || others.length > 0) throw new Error(`The README has no one block with ${part}`);
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const body = outputText
    .replace(/^import .*$/gm, '')
    .replace(/^export async function (\w+)/m, 'return async function $1');
  return new AsyncFunction(...names, body);
}
