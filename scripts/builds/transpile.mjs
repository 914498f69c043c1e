import { dirname } from 'node:path';
import ts from 'typescript';

const format = {
  getCurrentDirectory: ts.sys.getCurrentDirectory,
  getCanonicalFileName: (file) => file,
  getNewLine: () => '\n',
};

/** What was transpiled in this process: the builds of one package read the same files. */
const done = new Map();

/** Takes the types out, file by file, as `tsconfig` says; `npm run types` checks them. */
export const transpile = (tsconfig, more = {}) => {
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig));
  const compilerOptions = {
    ...options,
    ...more,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // The bundler finds a file by its own name.
    rewriteRelativeImportExtensions: false,
    noEmit: false,
  };
  return {
    name: 'transpile',
    transform(code, id) {
      if (!/\.tsx?$/.test(id)) return null;
      const key = `${id}\0${code}`;
      if (!done.has(key)) done.set(key, transpileFile(code, id, compilerOptions));
      return done.get(key);
    },
  };
};

function transpileFile(code, fileName, compilerOptions) {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(code, {
    fileName,
    compilerOptions,
    // What it cannot parse, it would mend in its own way.
    reportDiagnostics: true,
  });
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, format));
  return {
    code: outputText.replace(/\/\/# sourceMappingURL=.*\n?$/, ''),
    map: sourceMapText ?? null,
  };
}
