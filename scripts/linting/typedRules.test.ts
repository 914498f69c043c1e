import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';
import { violations } from './violations.ts';

type Rules = Readonly<Record<string, unknown>>;

const config = JSON.parse(readFileSync(path.join(root, '.oxlintrc.json'), 'utf8')) as {
  readonly overrides: readonly { readonly rules: Rules }[];
};
const typed = config.overrides[0]?.rules ?? {};

const flat = (
  configs: readonly { readonly rules?: object | undefined }[],
): Record<string, unknown> =>
  Object.fromEntries(
    configs
      .flatMap(({ rules = {} }) => Object.entries(rules))
      .filter(([name, value]) => name.startsWith('@typescript-eslint/') && value !== 'off')
      .map(([name, value]) => [name.replace('@typescript-eslint/', 'typescript/'), value]),
  );

/** There are no enums here, and whatever has an interface's shape is one. */
const leftOut = [
  'typescript/no-unsafe-class-instance-assignment',
  'typescript/no-unsafe-enum-assignment',
];

/** Those whose options are this project's own. */
const chosen = [
  'typescript/no-confusing-void-expression',
  'typescript/restrict-template-expressions',
];

let folder: string;
const found = new Map<string, string[]>();

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
  for (const [rule, code] of Object.entries(violations)) write(`${rule}.ts`, code);
  const config = path.join(root, '.oxlintrc.json');
  const { output } = await runCommand('oxlint', ['--format', 'json', '--config', config, '.'], {
    cwd: folder,
  });
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: readonly { readonly code: string; readonly filename: string }[];
  };
  for (const { code, filename } of diagnostics) {
    const file = path.basename(filename, '.ts');
    found.set(file, [...(found.get(file) ?? []), code]);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('what strictTypeChecked asks for is asked for by one linter or the other', () => {
  const untyped = flat(tseslint.configs.strict);
  const asked = Object.entries(flat(tseslint.configs.strictTypeChecked));
  const missing = asked.filter(([name]) => !(name in untyped) && !leftOut.includes(name));
  expect(missing.length).toBeGreaterThan(40);
  for (const [name, value] of missing) {
    expect(typed).toHaveProperty([name], chosen.includes(name) ? expect.anything() : value);
  }
});

test('each rule that needs types has a violation', () => {
  expect(Object.keys(violations).sort()).toEqual(
    Object.keys(typed)
      .map((name) => name.replace('typescript/', ''))
      .sort(),
  );
});

test.each(Object.keys(violations))('%s is refused', (rule) => {
  expect(found.get(rule)).toContain(`typescript(${rule})`);
});
