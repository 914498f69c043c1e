import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listFiles } from '../builds/listFiles.ts';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';
import { frameworkTypes } from './frameworkTypes.ts';
import { readPages } from './readPage.ts';

const settings = {
  extends: path.join(root, 'tsconfig.base.json'),
  // A path beside a page is one of the repository, too.
  compilerOptions: { types: ['node'], jsx: 'react-jsx', rootDirs: ['.', root] },
};

/** What the compiler says to modules, a line for each thing: in a folder that finds the packages where this one does. */
async function compile(modules: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-fences-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const written = new Map([
    ['package.json', '{"type": "module"}'],
    ['tsconfig.json', JSON.stringify(settings)],
    ['frameworks.d.ts', frameworkTypes],
    ...modules,
  ]);
  for (const [name, text] of written) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const tsc = path.join(root, 'node_modules/@typescript/native/bin/tsc');
  const { output } = await runCommand('node', [tsc, '--pretty', 'false'], { cwd: folder });
  return output.split(/\r?\n/).filter((line) => /^\S/.test(line));
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
  const name = called ? path.join(path.dirname(file), called) : `${file}.${line}.${language}`;
  return [name, `${'\n'.repeat(line - 1)}${code}\nexport {};\n`];
}

test('every TypeScript fence compiles against the built package', async () => {
  const all = fences();
  expect(all.size).toBeGreaterThan(15);
  expect(await compile(all)).toEqual([]);
});

test('no fence takes the text of an error page for the address of a checkout', () => {
  const unchecked = [...fences()].filter(([, code]) =>
    /\(await fetch\(.+\)\)\.text\(\)/.test(code),
  );
  expect(unchecked.map(([name]) => name)).toEqual([]);
});

test('a fence with an option that does not exist is seen', async () => {
  const code = `import { mountCheckout } from 'paymentkit-js';\nmountCheckout('#a', { nope: 1 });`;
  expect(await compile(new Map([['docs/wrong.ts', code]]))).toEqual([
    expect.stringMatching(/^docs\/wrong\.ts\(2,\d+\): error TS2353: .*'nope'/),
  ]);
});

test('no fence reaches into the source', () => {
  const paths = [...fences()].filter(([, code]) => /from '\.\.?\/.*(src|dist)\//.test(code));
  expect(paths).toEqual([]);
});
