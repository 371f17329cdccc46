import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Names that a type of ours lists: its fields, or the texts of a union (also where they are each member's `name`). */
export function namesOf(file: string, ...types: string[]): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements
    .filter(ts.isTypeAliasDeclaration)
    .filter(({ name }) => types.includes(name.text))
    .flatMap(({ type }) => listNames(type));
}

function listNames(type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) {
    return type.types.flatMap((member) => {
      if (ts.isLiteralTypeNode(member)) return [(member.literal as ts.StringLiteral).text];
      const name = /\bname: '(\w+)'/.exec(member.getText())?.[1];
      return name ? [name] : [];
    });
  }
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap(listNames);
  return ts.isTypeLiteralNode(type) ? type.members.map((member) => member.name!.getText()) : [];
}
