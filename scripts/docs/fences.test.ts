import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';
import { createProgram } from './createProgram.ts';
import { frameworkTypes } from './frameworkTypes.ts';
import { readPages } from './readPage.ts';

const frameworks = path.join(root, 'frameworks.d.ts');

/** A sentence for each thing that the compiler has to say. */
function compile(modules: ReadonlyMap<string, string>): readonly string[] {
  const program = createProgram(new Map([...modules, [frameworks, frameworkTypes]]));
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    const name = path.relative(root, file?.fileName ?? '');
    return `${name} (line ${line + 1}): ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/** The fences of the pages and of the examples in the comments of public names. */
function fences(): ReadonlyMap<string, string> {
  const inPages = readPages().flatMap(({ file, fences: all }) =>
    all
      .filter(({ language }) => /^(tsx?|typescript|vue|svelte)$/.test(language))
      .map(({ code, line, language }) =>
        moduleOf(file, scriptOf(code), line, language === 'tsx' ? 'tsx' : 'ts'),
      ),
  );
  const inComments = [...listFiles('src'), ...listFiles('mock-server')].flatMap((file) => {
    if (!file.endsWith('.ts')) return [];
    const text = readFileSync(path.join(root, file), 'utf8');
    return [...text.matchAll(/^ *\* ```ts\n([^]*?)^ *\* ```$/gm)].map(({ 1: code = '', index }) =>
      moduleOf(file, code.replace(/^ *\* ?/gm, ''), text.slice(0, index).split('\n').length + 1),
    );
  });
  return new Map([...inPages, ...inComments]);
}

/** The script of a component's file, where it stands in it; anything else is code as a whole. */
const scriptOf = (code: string): string =>
  code.replace(/^<script [^>]*>(.*?)<\/script>.*$/s, (_all, script: string) => script);

/**
 * Padded so that a diagnostic's line is the page's own. `export {}` makes each fence a module. One that says in its first
 * line what its file is called is found beside the page under that name, by the other fences of the page.
 */
function moduleOf(
  file: string,
  code: string,
  line: number,
  language: 'ts' | 'tsx' = 'ts',
): [string, string] {
  const called = /^\/\/ (\w+\.ts)\n/.exec(code)?.[1];
  const name = called
    ? path.join(root, path.dirname(file), called)
    : path.join(root, `${file}.${line}.${language}`);
  return [name, `${'\n'.repeat(line - 1)}${code}\nexport {};\n`];
}

test('every TypeScript fence compiles against the built package', () => {
  const all = fences();
  expect(all.size).toBeGreaterThan(15);
  expect(compile(all)).toEqual([]);
});

test('no fence takes the text of an error page for the address of a checkout', () => {
  const unchecked = [...fences()].filter(([, code]) =>
    /\(await fetch\(.+\)\)\.text\(\)/.test(code),
  );
  expect(unchecked.map(([name]) => path.relative(root, name))).toEqual([]);
});

test('a fence with an option that does not exist is seen', () => {
  const code = `import { mountCheckout } from 'paymentkit-js';\nmountCheckout('#a', { nope: 1 });`;
  expect(compile(new Map([[path.join(root, 'wrong.ts'), code]]))).toHaveLength(1);
});

test('no fence reaches into the source', () => {
  const paths = [...fences()].filter(([, code]) => /from '\.\.?\/.*(src|dist)\//.test(code));
  expect(paths).toEqual([]);
});
