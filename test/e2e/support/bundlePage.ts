import { fileURLToPath } from 'node:url';
import { buildSync, type BuildOptions } from 'esbuild';

/**
 * Bundles a page's module as a merchant's bundler does: the package by its name, with what it depends on.
 *
 * @param contents - The module's source.
 * @param options - Whatever esbuild takes, over these.
 * @returns The code of one module.
 */
export function bundlePage(contents: string, options: BuildOptions = {}): string {
  const resolveDir = fileURLToPath(new URL('../../..', import.meta.url));
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir, loader: 'jsx' },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    ...options,
  });
  return outputFiles![0]!.text;
}
