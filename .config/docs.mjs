import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const PORT = process.env.PORT ?? '4190';
const typedoc = join(dirname(createRequire(import.meta.url).resolve('typedoc/package.json')), 'bin/typedoc');

// It ends with an error at the first warning: a link that leads nowhere, a type that nobody can look up.
execFileSync(process.execPath, [typedoc, '--options', '.config/typedoc.json', '--logLevel', 'Warn'], {
  stdio: 'inherit',
});
if (process.argv.includes('--build')) process.exit();

const pages = new Hono().use('*', serveStatic({ root: 'docs' }));
serve({ fetch: pages.fetch, hostname: '127.0.0.1', port: Number(PORT) }, ({ port }) =>
  console.log(`\n  Documentation   http://127.0.0.1:${port}/\n\n  Ctrl+C stops.\n`),
).once('error', (error) => {
  console.error(`Port ${PORT}: ${error.message}. Choose another: PORT=4191 npm run docs`);
  process.exitCode = 1;
});
