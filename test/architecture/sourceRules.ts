import { basename } from 'node:path';
import ts from 'typescript';

export type SourceFile = { readonly path: string; readonly text: string };

/** A rule about one file's own text: returns what breaks it, in words. */
export type SourceRule = (file: SourceFile) => readonly string[];

const ENTRY_FOLDERS =
  /^src\/(?:(?:qr|return|embedded|load|wallets|fakeWallets|element|react|server|sandbox|status|cli)\/)?index\.ts$/;
const VAGUE_NAME = /utils?|helpers?|manager|misc|common/i;
const SINK =
  /^(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcdoc|write|writeln|eval|Function)$/;
const DOM_BUILDER =
  /^(?:createElement|createElementNS|createTextNode|appendChild|insertBefore|replaceChildren|attachShadow)$/;
const OUTSIDE_WORLD =
  /^(?:window|document|location|history|navigator|fetch|localStorage|sessionStorage|performance|setTimeout|setInterval|queueMicrotask)$/;

function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

function eachNode(root: ts.Node, visit: (node: ts.Node) => void): void {
  visit(root);
  root.forEachChild((child) => eachNode(child, visit));
}

/** Names read as values from outside the file or as a member; not types, keys or declarations. */
function usedNames(file: SourceFile): { name: string; member: boolean; of?: string }[] {
  const names: { name: string; member: boolean; of?: string }[] = [];
  eachNode(parse(file), (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      names.push({ name: node.name.text, member: true, of: node.expression.getText() });
    } else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      names.push({ name: node.argumentExpression.text, member: true, of: node.expression.getText() });
    } else if (ts.isIdentifier(node) && isFreeValue(node)) {
      names.push({ name: node.text, member: false });
    }
  });
  return names;
}

function isFreeValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isTypeNode(parent) || ts.isTypeElement(parent) || ts.isTypeParameterDeclaration(parent))
    return false;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  return !(ts.isClassElement(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent));
}

function exportedNames(file: SourceFile): string[] {
  const names: string[] = [];
  for (const statement of parse(file).statements) {
    if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause && ts.isNamedExports(statement.exportClause)) {
        names.push(...statement.exportClause.elements.map((element) => element.name.text));
      }
    } else if (hasModifier(statement, ts.SyntaxKind.ExportKeyword)) {
      if (ts.isVariableStatement(statement)) {
        names.push(
          ...statement.declarationList.declarations.map((declaration) => declaration.name.getText()),
        );
      } else if ('name' in statement && statement.name) {
        names.push((statement.name as ts.Identifier).text);
      }
    }
  }
  return names;
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((one) => one.kind === kind) ?? false);
}

const inFolder = (path: string, ...folders: string[]) =>
  folders.some((folder) => path.startsWith(`src/${folder}/`));

/** Every rule by name; each is shown to fail in `architecture.test.ts`. */
export const sourceRules = {
  'no default export': (file) =>
    parse(file)
      .statements.filter(
        (statement) =>
          ts.isExportAssignment(statement) || hasModifier(statement, ts.SyntaxKind.DefaultKeyword),
      )
      .map((statement) => statement.getText().slice(0, 60)),

  'no export *': (file) =>
    parse(file)
      .statements.filter(
        (statement) =>
          ts.isExportDeclaration(statement) &&
          !(statement.exportClause && ts.isNamedExports(statement.exportClause)),
      )
      .map((statement) => statement.getText()),

  'no folder barrel': ({ path }) =>
    basename(path) === 'index.ts' && !ENTRY_FOLDERS.test(path) ? ['an index.ts that is not an entry'] : [],

  'no vague file name': ({ path }) => (VAGUE_NAME.test(path) ? ['says nothing about what is in it'] : []),

  'a file exports what it is named for': (file) => {
    const stem = basename(file.path).replace(/\.ts$/, '');
    if (/^(?:index|global|early)$|\.d$/.test(stem) || inFolder(file.path, 'i18n/lang')) return [];
    if (file.path === 'src/i18n/messages.ts') return [];
    const wanted = stem.replaceAll('.', '').replace(/s$/, '').toLowerCase();
    const names = exportedNames(file);
    return names.some((name) => name.toLowerCase().includes(wanted)) ? [] : [`exports ${names.join(', ')}`];
  },

  'no dangerous sink': (file) =>
    usedNames(file)
      .filter(({ name, member, of }) => {
        if (!SINK.test(name)) return false;
        if (name.startsWith('write')) return member && of?.endsWith('document') === true;
        return /^(?:eval|Function)$/.test(name)
          ? !member || /^(?:window|globalThis|self)$/.test(of ?? '')
          : true;
      })
      .map(({ name }) => name),

  'only ui builds DOM': (file) =>
    inFolder(file.path, 'ui', 'qr', 'load', 'status', 'fakeWallets')
      ? []
      : usedNames(file)
          .filter(({ name, member }) => member && DOM_BUILDER.test(name))
          .map(({ name }) => name),

  'core knows no browser and no clock': (file) =>
    inFolder(file.path, 'core')
      ? [
          ...usedNames(file)
            .filter(
              ({ name, member, of }) =>
                (!member && OUTSIDE_WORLD.test(name)) ||
                (name === 'now' && of === 'Date') ||
                of === 'Math.random',
            )
            .map(({ name }) => name),
          ...(file.text.match(/\bnew Date\(\)|\bMath\.random\(/g) ?? []),
        ]
      : [],

  'only the page-side folders touch document': (file) =>
    inFolder(file.path, 'api', 'i18n') || /^src\/(?:errors|options)\.ts$/.test(file.path)
      ? usedNames(file)
          .filter(({ name, member }) => !member && name === 'document')
          .map(({ name }) => name)
      : [],
} satisfies Record<string, SourceRule>;
