import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';
import { typedViolations } from './typedViolations.ts';
import { untypedViolations } from './untypedViolations.ts';

type Rules = Readonly<Record<string, unknown>>;

const config = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')) as {
  readonly rules: Rules;
  readonly overrides: readonly { readonly rules: Rules }[];
};
/** TypeScript sees for itself what these find, so they are for the other files. */
const inJavaScript = config.overrides[0]?.rules ?? {};
const inTypeScript = config.overrides[1]?.rules ?? {};
const all = { ...config.rules, ...inJavaScript, ...inTypeScript };
const violations = { ...typedViolations, ...untypedViolations };

const flat = (configs: readonly { readonly rules?: object | undefined }[]): Rules =>
  Object.fromEntries(
    configs
      .flatMap(({ rules = {} }) => Object.entries(rules) as [string, unknown][])
      .map(([name, value]) => [name.replace('@typescript-eslint/', 'typescript/'), value]),
  );

const leftOut = [
  // There are no enums here, and whatever has an interface's shape is one.
  'typescript/no-unsafe-class-instance-assignment',
  'typescript/no-unsafe-enum-assignment',
  // No parser takes these in a module.
  'no-dupe-args',
  'no-nonoctal-decimal-escape',
  'no-octal',
];

/** Those whose options are this project's own. */
const chosen = [
  'no-unused-vars',
  'typescript/no-unused-vars',
  'typescript/no-confusing-void-expression',
  'typescript/restrict-template-expressions',
];

let folder: string;
const found = new Map<string, string[]>();

const fileOf = (rule: string): string =>
  `${rule.replace('/', '.')}.${rule in inJavaScript ? 'js' : 'ts'}`;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-lint-'));
  const write = (file: string, text: string) => {
    writeFileSync(path.join(folder, file), text);
  };
  const { compilerOptions } = JSON.parse(
    readFileSync(path.join(root, 'tsconfig.base.json'), 'utf8'),
  ) as { compilerOptions: object };
  write('tsconfig.json', JSON.stringify({ compilerOptions }));
  write('shape.ts', 'export interface Shape { a: 1 }\n');
  for (const [rule, code] of Object.entries(violations)) write(fileOf(rule), code);
  const config = path.join(root, '.oxlintrc.json');
  const { output } = await runCommand('oxlint', ['--format', 'json', '--config', config, '.'], {
    cwd: folder,
  });
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: readonly { readonly code: string; readonly filename: string }[];
  };
  for (const { code, filename } of diagnostics) {
    const file = path.basename(filename);
    found.set(file, [...(found.get(file) ?? []), code]);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['recommended', [eslint.configs.recommended], { ...config.rules, ...inJavaScript }],
  ['strictTypeChecked', tseslint.configs.strictTypeChecked, { ...config.rules, ...inTypeScript }],
] as const)('what %s asks for is asked for, with its options', (_, configs, here) => {
  const asked = Object.entries(flat(configs)).filter(([, value]) => value !== 'off');
  const missing = asked.filter(([name]) => !leftOut.includes(name));
  expect(missing.length).toBeGreaterThan(50);
  for (const [name, value] of missing) {
    expect(here).toHaveProperty([name], chosen.includes(name) ? expect.anything() : value);
  }
});

test('each rule has a violation', () => {
  expect(Object.keys(violations).sort()).toEqual(Object.keys(all).sort());
});

test.each(Object.keys(violations))('%s is refused', (rule) => {
  const name = rule.replace('typescript/', '');
  // Some are one rule for both languages, under the shorter name.
  const codes = [`typescript(${name})`, `eslint(${name})`];
  expect(found.get(fileOf(rule))).toContainEqual(expect.toBeOneOf(codes));
});
