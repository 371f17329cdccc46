import { describe, expect, it } from 'vitest';
import { listFiles } from '../architecture/listFiles.js';
import { findSinks, type SinkKind } from './findSinks.js';

/** What is there on purpose, by the code it stands in, and why it is harmless. */
const ALLOWED: readonly { files: RegExp; kind: SinkKind; code: RegExp; why: string }[] = [
  {
    files: /./,
    kind: 'origin',
    code: /"http:\/\/www\.w3\.org\/2000\/svg"/,
    why: 'the name of SVG’s namespace: nothing is asked for there',
  },
  {
    files: /altapay|index\.cjs/,
    kind: 'origin',
    code: /Request\(["']https:\/\/empty\.invalid["']/,
    why: 'ky makes a request, and never sends it, to see what this browser can stream',
  },
  {
    files: /(?:index|payPhase|explainSession|(?<!altapay\.)further|shared|server)\.c?js$/,
    kind: 'import',
    code: /['"](?:ky|zod(?:\/v4\/core)?)['"]/,
    why: 'the two dependencies, which the merchant’s bundler or import map provides',
  },
  {
    files: /react\.js$/,
    kind: 'import',
    code: /from 'react';$/,
    why: 'the page’s own React',
  },
  {
    files: /load\.js$/,
    kind: 'import',
    code: /^\(href\) => import\( \/\* @vite-ignore \*\/ \/\* webpackIgnore: true \*\/ href \)$/,
    why: 'the script itself, at the address that the page’s own code names',
  },
  {
    files: /load\.js$/,
    kind: 'element',
    code: /document\.createElement\("(?:link|script)"\)/,
    why: 'the same script, where it is held to a hash or has a nonce',
  },
  {
    files: /wallets\.js$/,
    kind: 'origin',
    code: /"https:\/\/(?:google\.com\/pay|apple-pay-gateway\.apple\.com\/)|'https:\/\/google\.com\/pay/,
    why: 'the name of a payment method, which the browser reads, and an address that is only handed to the merchant’s own code',
  },
  {
    files: /(?:pay|payPhase)\.js$|index\.cjs$/,
    kind: 'element',
    code: /document\.createElement\("form"\)/,
    why: 'a payment that goes on by a form: posted to a guarded address, its names and values set as texts',
  },
  {
    files: /embedded\.js$/,
    kind: 'element',
    code: /document\.createElement\("iframe"\)/,
    why: 'the gateway’s own page, of an origin that the merchant has named',
  },
  {
    files: /cli\.js$/,
    kind: 'import',
    code: /from 'node:[\w/]+';$/,
    why: 'what Node has: it is a command, and no page gets it',
  },
  {
    files: /cli\.js$/,
    kind: 'origin',
    code: /incomingUrl\.startsWith|"http:\/\/localhost"|`http:\/\/\$\{host/,
    why: 'the address that it listens at, and some that are only parsed',
  },
  {
    files: /sandbox\.js$/,
    kind: 'code',
    code: /^(?:const )?F = Function$|^new F\(/,
    why: 'zod compiles its checks; the sandbox is no page of a payer',
  },
  {
    files: /sandbox\.js$/,
    kind: 'origin',
    code: /json-schema\.org|http:\/\/localhost|`http:\/\/\[\$|"https:\/\/checkout\.test"/,
    why: 'names of schema versions, addresses that are only parsed, and one that leads nowhere',
  },
];

const files = listFiles('dist', '.js', '.cjs');
const isAllowed = (path: string, kind: SinkKind, code: string) =>
  ALLOWED.find((one) => one.files.test(path) && one.kind === kind && one.code.test(code));

describe('the built scripts, dependencies included', () => {
  it.each(files.map(({ path, text }) => [path, text]))(
    '%s turns no text into markup or code, keeps nothing, and reaches nobody by itself',
    (path, text) => {
      const sinks = findSinks({ path, text });
      expect(sinks.filter(({ kind, code }) => !isAllowed(path, kind, code))).toEqual([]);
    },
  );

  it('need each exception that is made for them', () => {
    const used = new Set(
      files.flatMap((file) => findSinks(file).map(({ kind, code }) => isAllowed(file.path, kind, code))),
    );
    expect(ALLOWED.filter((one) => !used.has(one))).toEqual([]);
  });
});

describe('a sink', () => {
  it.each<[SinkKind, string]>([
    ['markup', 'e.innerHTML = x'],
    ['markup', "e['outerHTML'] = x"],
    ['markup', "e.insertAdjacentHTML('beforeend', x)"],
    ['markup', 'r.createContextualFragment(x)'],
    ['markup', 'document.write(x)'],
    ['markup', 'window.document.writeln(x)'],
    ['markup', 'frame.srcdoc = x'],
    ['markup', 'new DOMParser()'],
    ['code', 'eval(x)'],
    ['code', '(0, eval)(x)'],
    ['code', 'globalThis.eval(x)'],
    ['code', 'new Function(x)'],
    ['code', 'const F = Function; new F(x)'],
    ['code', "(() => 1).constructor('return 1')()"],
    ['code', "setTimeout('go()', 1)"],
    ['code', 'setInterval(`go(${x})`, 1)'],
    ['code', "a.href = 'javascript:go()'"],
    ['code', "a.href = 'data:text/html,x'"],
    ['code', "new Worker('./w.js')"],
    ['element', "document.createElement('script')"],
    ['element', "document.createElementNS(ns, 'iframe')"],
    ['element', "draw({ tag: 'script' })"],
    ['element', "e.setAttribute('onclick', x)"],
    ['element', "e.setAttribute('style', x)"],
    ['storage', 'localStorage.a = 1'],
    ['storage', 'window.sessionStorage'],
    ['storage', "document.cookie = 'a=1'"],
    ['storage', "indexedDB.open('a')"],
    ['storage', "caches.open('a')"],
    ['channel', "navigator.sendBeacon('/a')"],
    ['channel', 'new XMLHttpRequest()'],
    ['channel', "new WebSocket('a')"],
    ['channel', "parent.postMessage(x, '*')"],
    ['channel', 'new Image().src = x'],
    ['import', 'import(x)'],
    ['import', "import('https://cdn.example/a.js')"],
    ['import', "import a from 'left-pad'"],
    ['origin', "fetch('https://count.example/me')"],
    ['origin', 'fetch(`https://count.example/${x}`)'],
    ['origin', "fetch('//count.example/me')"],
  ])('(%s) is found: %s', (kind, text) => {
    expect(findSinks({ path: 'a.js', text }).map((sink) => sink.kind)).toContain(kind);
  });

  it.each([
    '// e.innerHTML = x',
    "log('innerHTML eval localStorage, e.g. https://api.example')",
    'stream.write(x)',
    'a.eval = 1; ({ Function: 1, cookie: 2 })',
    'class A { caches() {} }',
    'setTimeout(() => go(), 1); setTimeout(go)',
    'channel.postMessage(x)',
    "import('./lang/da.js')",
    "document.createElement('p').setAttribute('part', x)",
    'this.constructor.name',
    "url.protocol === 'https:'",
  ])('is not seen where there is none: %s', (text) => {
    expect(findSinks({ path: 'a.js', text })).toEqual([]);
  });
});
