import { expect, test } from 'vitest';
import { cycleRule } from './cycleRule.ts';
import { fileRule } from './fileRule.ts';
import { layerRule } from './layerRule.ts';
import { packageRule } from './packageRule.ts';
import { readModule } from './readModule.ts';
import { readTree } from './readTree.ts';

const tree = readTree();

test('the tree is read', () => {
  expect(tree.map(({ file }) => file)).toContain('src/index.ts');
});

test.each([
  ['layers import downward only', layerRule],
  ['packages are imported where they belong', packageRule],
  ['files are short and named after what they export', fileRule],
  ['no module imports itself in a circle', cycleRule],
])('%s', (_, rule) => {
  expect(rule(tree)).toEqual([]);
});

const long = 'const x = 1;\n'.repeat(201);

/** Each is wrong in one way: the file, what it says, and the rule that sees it. */
test.each([
  ['src/frame/a.ts', `import { x } from '../checkout/x.ts';`, layerRule],
  ['src/frame/a.ts', `import type { X } from '../checkout/x.ts';`, layerRule],
  ['src/errors/a.ts', `export { x } from '../protocol/x.ts';`, layerRule],
  ['src/protocol/a.ts', `type X = import('../errors/x.ts').X;`, layerRule],
  ['src/session/a.ts', `const x = await import('../channel/x.ts');`, layerRule],
  ['src/session/a.ts', `import { z } from 'zod';`, layerRule],
  ['src/odd/a.ts', '', layerRule],
  ['mock-server/domain/a.ts', `import { x } from '../../src/protocol/x.ts';`, packageRule],
  ['examples/inline/a.ts', `import { x } from '../../dist/index.js';`, packageRule],
  ['e2e/a.e2e.ts', `import { x } from '../src/index.ts';`, packageRule],
  ['examples/inline/a.ts', `import { http } from 'msw';`, packageRule],
  ['mock-server/domain/a.ts', `import { createHash } from 'node:crypto';`, packageRule],
  ['src/index.ts', `import 'react';`, packageRule],
  ['mock-server/handlers/a.ts', `import { render } from 'preact';`, packageRule],
  ['src/frame/utils.ts', 'export const utils = 1;', fileRule],
  ['mock-server/helpers/a.ts', 'export const a = 1;', fileRule],
  ['src/frame/a.ts', 'export function b() {}', fileRule],
  ['src/frame/a.ts', `export { b } from './b.ts';`, fileRule],
  ['src/frame/money.ts', 'export const formatMoney = 1;', fileRule],
  ['src/frame/money.ts', 'export const add = 1;\nexport const subtract = 2;', fileRule],
  ['src/frame/a.ts', long, fileRule],
])('%s with %j breaks a rule', (file, text, rule) => {
  expect(rule([readModule(file, text)])).toHaveLength(1);
});

test('a circle of three modules is found, one of types alone is none', () => {
  const circle = (keyword: string) =>
    [
      readModule('a.ts', `import { b } from './b.ts';`),
      readModule('b.ts', `export { c } from './c.ts';`),
      readModule('c.ts', `${keyword} { a } from './a.ts';`),
    ] as const;
  expect(cycleRule(circle('import'))).toEqual(['A cycle: a.ts → b.ts → c.ts → a.ts']);
  expect(cycleRule(circle('import type'))).toEqual([]);
});

test('what the rules allow passes', () => {
  const modules = [
    readModule('src/checkout/a.ts', `import { x } from '../frame/x.ts';\nexport const a = x;`),
    readModule('src/frame/a.test.ts', `import { test } from 'vitest';`),
    readModule('mock-server/adapters/a.ts', `import 'node:http';\nimport 'msw';`),
    readModule('examples/inline/a.ts', `import { mountCheckout } from 'paymentkit-js';`),
    readModule('src/frame/money.ts', 'export const readMoney = 1;\nexport const writeMoney = 2;'),
    readModule('src/frame/Money.ts', 'export interface Money {}\nexport type Price = Money;'),
  ];
  for (const rule of [layerRule, packageRule, fileRule, cycleRule]) {
    expect(rule(modules)).toEqual([]);
  }
});
