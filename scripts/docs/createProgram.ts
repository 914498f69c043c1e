import path from 'node:path';
import ts from 'typescript';
import { root } from '../root.ts';

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(path.join(root, 'tsconfig.base.json'), (file) => ts.sys.readFile(file)).config,
  ts.sys,
  root,
);

/** Parsing the standard library takes most of the time, and its files are always the same. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * A program of modules that are on no disk, by their paths: packages resolve from there, by their
 * published types.
 */
export function createProgram(modules: ReadonlyMap<string, string>): ts.Program {
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => modules.has(file) || disk.fileExists(file),
    readFile: (file) => modules.get(file) ?? disk.readFile(file),
    getSourceFile: (file, language) => {
      const text = modules.get(file);
      if (text !== undefined) return ts.createSourceFile(file, text, language);
      const known = parsed.get(file) ?? disk.getSourceFile(file, language);
      parsed.set(file, known);
      return known;
    },
  };
  return ts.createProgram([...modules.keys()], options, host);
}
