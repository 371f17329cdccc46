import { resolve } from 'node:path';
import ts from 'typescript';

const entries = {
  'altapay-js': 'src/index.ts',
  'altapay-js/qr': 'src/qr/index.ts',
  'altapay-js/load': 'src/load/index.ts',
  'altapay-js/element': 'src/element/index.ts',
  'altapay-js/react': 'src/react/index.ts',
  'altapay-js/wallets': 'src/wallets/index.ts',
  'altapay-js/return': 'src/return/index.ts',
  'altapay-js/embedded': 'src/embedded/index.ts',
  'altapay-js/fake-wallets': 'src/fakeWallets/index.ts',
  'altapay-js/server': 'src/server/index.ts',
  'altapay-js/sandbox': 'src/sandbox/index.ts',
};

/** Checks texts as a strict project of a reader would, with the SDK's own types: by file name, each a module of its own. */
export function findTypeErrors(texts: Readonly<Record<string, string>>): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file));
  const options: ts.CompilerOptions = {
    ...ts.parseJsonConfigFileContent(config, ts.sys, resolve('.')).options,
    jsx: ts.JsxEmit.ReactJSX,
    moduleDetection: ts.ModuleDetectionKind.Force,
    paths: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [resolve(file)]])),
  };
  const files = new Map(Object.entries(texts).map(([name, text]) => [resolve('test', name), text]));
  const program = ts.createProgram([...files.keys()], options, createHost(options, files));
  // Of these files alone: the rest has a type check of its own.
  return [...files.keys()]
    .map((file) => program.getSourceFile(file))
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, messageText }) => `${file?.fileName} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

function createHost(options: ts.CompilerOptions, files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, how, ...rest) => {
    const text = files.get(file);
    return text === undefined ? getSourceFile(file, how, ...rest) : ts.createSourceFile(file, text, how);
  };
  return host;
}
