import path from 'node:path';
import ts from 'typescript';

export interface ModuleImport {
  /** As written: a package name, or a path beginning with a dot. */
  readonly specifier: string;
  /** Gone once the types are. */
  readonly typeOnly: boolean;
  /** What is taken of it, by the names it is exported under; `*` for all of it. */
  readonly names: readonly string[];
}

/** What the rules look at in one file. */
export interface Module {
  /** From the root, with forward slashes. */
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly ModuleImport[];
  /** True for one that is run for what it does, and not imported for what it exports. */
  readonly isScript: boolean;
  /** The names that it exports, types included. */
  readonly exports: readonly string[];
  /** Those of them that are there at run time. */
  readonly values: readonly string[];
}

/** Returns a sentence for each place where the modules break it. */
export type Rule = (modules: readonly Module[]) => readonly string[];

/** Reads imports and exports with TypeScript's parser. */
export function readModule(file: string, text: string): Module {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : undefined;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
  const imports: ModuleImport[] = [];
  const visit = (node: ts.Node): void => {
    const found = readImport(node);
    if (found !== undefined) imports.push(found);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const exported = source.statements.flatMap(readExports);
  return {
    file,
    lines: text.trimEnd().split('\n').length,
    imports,
    isScript: source.statements.some(ts.isExpressionStatement),
    exports: exported.map(({ name }) => name),
    values: exported.filter(({ typeOnly }) => !typeOnly).map(({ name }) => name),
  };
}

/** The file that a relative import names, from the root; undefined for a package. */
export function resolveImport(module: Module, { specifier }: ModuleImport): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(module.file), specifier);
}

function readImport(node: ts.Node): ModuleImport | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    const { text } = node.moduleSpecifier;
    return { specifier: text, typeOnly, names: namesOf(node.importClause?.namedBindings) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    const { text } = node.moduleSpecifier as ts.StringLiteral;
    return { specifier: text, typeOnly: node.isTypeOnly, names: namesOf(node.exportClause) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { text } = node.argument.literal as ts.StringLiteral;
    return { specifier: text, typeOnly: true, names: ['*'] };
  }
  if (ts.isCallExpression(node) && isImporter(node.expression)) {
    const [argument] = node.arguments;
    if (argument !== undefined && ts.isStringLiteralLike(argument)) {
      return { specifier: argument.text, typeOnly: false, names: ['*'] };
    }
  }
  return undefined;
}

function namesOf(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined) {
  if (bindings === undefined || !('elements' in bindings)) return ['*'];
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function isImporter(callee: ts.Expression): boolean {
  const isRequire = ts.isIdentifier(callee) && callee.text === 'require';
  return isRequire || callee.kind === ts.SyntaxKind.ImportKeyword;
}

interface Exported {
  readonly name: string;
  readonly typeOnly: boolean;
}

function readExports(statement: ts.Statement): readonly Exported[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    if (clause === undefined || !ts.isNamedExports(clause)) return [];
    return clause.elements.map((element) => ({
      name: element.name.text,
      typeOnly: statement.isTypeOnly || element.isTypeOnly,
    }));
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  const typeOnly = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  const names = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name)
    : [(statement as ts.DeclarationStatement).name];
  return names
    .filter((name) => name !== undefined && ts.isIdentifier(name))
    .map((name) => ({ name: name.text, typeOnly }));
}
