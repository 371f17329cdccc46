import ts from 'typescript';
import type { SourceFile } from '../architecture/sourceRules.js';

/** A place in a built file at which text may become markup or code, something may be kept, or someone else be reached. */
export type Sink = { readonly kind: SinkKind; readonly code: string };

export type SinkKind = 'markup' | 'code' | 'element' | 'storage' | 'channel' | 'import' | 'origin';

const MARKUP =
  /^(?:innerHTML|outerHTML|insertAdjacentHTML|setHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcdoc|DOMParser|XSLTProcessor|execCommand)$/;
const CODE = /^(?:eval|Function|execScript|importScripts|Worker|SharedWorker|serviceWorker)$/;
const STORAGE = /^(?:localStorage|sessionStorage|indexedDB|cookieStore|caches|storage)$/;
const CHANNEL =
  /^(?:sendBeacon|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|Image|PresentationRequest)$/;
const GLOBAL = /^(?:window|globalThis|self|top|parent|frames)$/;
/** Names that are sinks only where they are the page's own, and plain words elsewhere. */
const PLAIN_WORDS = /^(?:eval|Function|caches|storage|Image|Worker)$/;
const TIMER = /^(?:setTimeout|setInterval)$/;
const RUNNING_TAG = /^(?:script|iframe|frame|object|embed|base|meta|link|form|portal)$/i;
const RUNNING_ATTRIBUTE = /^(?:on\w+|style|srcdoc|formaction)$/i;
const CODE_URL = /^\s*(?:javascript|data|vbscript|blob):./i;
// At the start of a text; in the middle of one it is something to read.
const ORIGIN = /^\s*(?:(?:https?|wss?|ftp):\/\/|\/\/[\w[])/i;

/**
 * Searches a built file, what it has bundled included, by its syntax: comments and texts do not count, renamed variables
 * do not hide anything. What is put together from parts at run time is not seen; the pages' Trusted Types see that.
 *
 * @returns Each sink with its code.
 */
export function findSinks({ path, text }: SourceFile): Sink[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const sinks: Sink[] = [];
  const visit = (node: ts.Node): void => {
    const kind = sinkKind(node);
    if (kind) sinks.push({ kind, code: describe(node) });
    node.forEachChild(visit);
  };
  visit(source);
  return sinks;
}

/** The code around a place, short enough to read. */
function describe(node: ts.Node): string {
  const whole = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
  const around = whole ? node : ts.isPropertyAccessExpression(node.parent) ? node.parent.parent : node.parent;
  return around.getText().replace(/\s+/g, ' ').slice(0, 120);
}

function sinkKind(node: ts.Node): SinkKind | undefined {
  if (ts.isCallExpression(node)) return calledSink(node);
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return importedSink(node.moduleSpecifier);
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) return textSink(node);
  const name = usedName(node);
  return name === undefined ? undefined : namedSink(name.name, name.of);
}

/** A name that is read or written: alone, or as a member of something. */
function usedName(node: ts.Node): { name: string; of: string | undefined } | undefined {
  if (ts.isPropertyAccessExpression(node)) return { name: node.name.text, of: node.expression.getText() };
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return { name: node.argumentExpression.text, of: node.expression.getText() };
  if (!ts.isIdentifier(node)) return undefined;
  const { parent } = node;
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isClassElement(parent)) &&
      parent.name === node);
  return isName ? undefined : { name: node.text, of: undefined };
}

function namedSink(name: string, of: string | undefined): SinkKind | undefined {
  const isOwn = of === undefined || GLOBAL.test(of);
  if (PLAIN_WORDS.test(name) && !isOwn && !(name === 'storage' && of.endsWith('navigator'))) return undefined;
  if (name === 'storage' && of === undefined) return undefined;
  if (MARKUP.test(name)) return 'markup';
  if (CODE.test(name)) return 'code';
  if (STORAGE.test(name) || (name === 'cookie' && of?.endsWith('document'))) return 'storage';
  if (CHANNEL.test(name)) return 'channel';
  return /^write(?:ln)?$/.test(name) && of?.endsWith('document') ? 'markup' : undefined;
}

function calledSink(call: ts.CallExpression): SinkKind | undefined {
  const [first, second] = call.arguments;
  if (call.expression.kind === ts.SyntaxKind.ImportKeyword) return importedSink(first);
  const called = usedName(call.expression);
  const text = first && ts.isStringLiteralLike(first) ? first.text : '';
  if (called?.name === 'constructor') return 'code';
  if (called && TIMER.test(called.name) && first && isText(first)) return 'code';
  if (called?.name === 'postMessage' && second) return 'channel';
  const tag =
    called?.name === 'createElementNS' && second && ts.isStringLiteralLike(second) ? second.text : text;
  if (called && /^createElement(?:NS)?$/.test(called.name) && RUNNING_TAG.test(tag)) return 'element';
  if (called && /^setAttribute(?:NS)?$/.test(called.name) && RUNNING_ATTRIBUTE.test(text)) return 'element';
  return undefined;
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isBinaryExpression(node);
}

/** What is loaded stands beside the file, and is named in it: whole, or up to where a language or a further try is put in. */
function importedSink(specifier: ts.Node | undefined): SinkKind | undefined {
  if (!specifier) return undefined;
  let start = specifier;
  while (ts.isBinaryExpression(start)) start = start.left;
  if (ts.isTemplateExpression(start)) start = start.head;
  if (!ts.isStringLiteralLike(start) && !ts.isTemplateHead(start)) return 'import';
  return /^\.\/(?!.*\.\.)[\w./-]+$/.test(start.text) ? undefined : 'import';
}

function textSink(node: ts.LiteralLikeNode): SinkKind | undefined {
  if (CODE_URL.test(node.text)) return 'code';
  const { parent } = node;
  const isTag = ts.isPropertyAssignment(parent) && parent.name.getText() === 'tag';
  if (isTag && RUNNING_TAG.test(node.text)) return 'element';
  return ORIGIN.test(node.text) ? 'origin' : undefined;
}
