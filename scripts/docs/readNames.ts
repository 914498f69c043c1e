import path from 'node:path';
import ts from 'typescript';
import { root } from '../root.ts';
import { createProgram } from './createProgram.ts';

/**
 * The words of a type in the SDK's source: the strings of a union, or else the names of the
 * properties. `type` is written as it would be below the imports.
 */
export function readNames(from: string, imported: string, type: string): readonly string[] {
  const file = path.join(root, 'src', 'names.ts');
  const code = `import type { ${imported} } from './${from}';\nexport type Names = ${type};\n`;
  const program = createProgram(new Map([[file, code]]));
  const declaration = program.getSourceFile(file)?.statements[1];
  if (declaration === undefined || !ts.isTypeAliasDeclaration(declaration)) {
    throw new Error(`Failed to read ${type}`);
  }
  const found = program.getTypeChecker().getTypeAtLocation(declaration.name);
  const parts = found.isUnion() ? found.types : [found];
  if (parts.every((part) => part.isStringLiteral())) return parts.map(({ value }) => value).sort();
  return found
    .getProperties()
    .map(({ name }) => name)
    .sort();
}
