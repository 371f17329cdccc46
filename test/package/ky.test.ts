import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../architecture/listFiles.js';

// .config/build/thirdParty.mjs leaves ky's progress streams out of what a payer loads; this is what makes it safe.
describe('ky without its progress streams', () => {
  const files = listFiles('node_modules/ky/distribution', '.js');
  const body = files.find(({ path }) => path.endsWith('/utils/body.js'))?.text ?? '';
  const class_ = files.find(({ path }) => path.endsWith('/core/Ky.js'))?.text ?? '';

  it('is the version that was looked at', () => {
    const { version } = JSON.parse(readFileSync('node_modules/ky/package.json', 'utf8')) as {
      version: string;
    };
    expect(version).toBe('1.14.3');
  });

  it('loses nothing but what streams progress', () => {
    const names = [...body.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual(['getBodySize', 'streamResponse', 'streamRequest']);
    const importers = files.filter(({ text }) => /from '[^']*\/body\.js'/.test(text)).map(({ path }) => path);
    expect(importers).toEqual(['node_modules/ky/distribution/core/Ky.js']);
    expect(class_).toContain("import { streamRequest, streamResponse } from '../utils/body.js';");
  });

  it('comes to them only where progress is asked for', () => {
    const calls = class_.match(/^.*\bstream(?:Request|Response)\(.*$/gm)?.map((line) => line.trim());
    expect(calls).toEqual([
      'return streamResponse(progressResponse, ky.#options.onDownloadProgress);',
      'return streamRequest(request, this.#options.onUploadProgress, originalBody ?? this.#options.body ?? undefined);',
    ]);
    expect(class_).toMatch(
      /if \(!this\.#options\.onUploadProgress \|\| !request\.body\) \{\s+return request;/,
    );
    expect(class_).toMatch(/if \(ky\.#options\.onDownloadProgress\) \{/);
  });

  it('is never asked for progress', () => {
    for (const { path, text } of listFiles('src', '.ts')) expect(text, path).not.toMatch(/\bon\w+Progress\b/);
  });
});
