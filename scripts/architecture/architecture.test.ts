import { expect, test } from 'vitest';
import { cycleRule } from './cycleRule.ts';
import { fileRule } from './fileRule.ts';
import { layerRule } from './layerRule.ts';
import { packageRule } from './packageRule.ts';
import { readModule } from './readModule.ts';
import { readTree } from './readTree.ts';
import { usedRule } from './usedRule.ts';

const tree = readTree();

test('the tree is read', () => {
  const places = new Set(tree.map(({ file }) => file.split('/')[0]));
  const wanted = ['bench', 'e2e', 'examples', 'mock-server', 'scripts', 'src'];
  expect([...places]).toEqual(expect.arrayContaining([...wanted, 'playwright.config.ts']));
});

test.each([
  ['layers import downward only', layerRule],
  ['packages are imported where they belong', packageRule],
  ['files are short and named after what they export', fileRule],
  ['what is exported is imported', usedRule],
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
  ['src/checkout/run/a.ts', `import { x } from '../view/x.ts';`, layerRule],
  ['src/checkout/run/a.ts', `import { x } from '../mountCheckout.ts';`, layerRule],
  ['src/checkout/odd/a.ts', '', layerRule],
  ['mock-server/domain/a.ts', `import type { X } from '../store/x.ts';`, layerRule],
  ['mock-server/store/a.ts', `import { x } from '../checkout/x.ts';`, layerRule],
  ['mock-server/billing/a.ts', `import { x } from '../checkout/x.ts';`, layerRule],
  ['mock-server/handlers/a.ts', `import { x } from '../adapters/x.ts';`, layerRule],
  ['mock-server/hosted-page/a.ts', `import { x } from '../domain/x.ts';`, layerRule],
  ['mock-server/adapters/a.ts', `import { x } from '../cli.ts';`, layerRule],
  ['mock-server/odd/a.ts', '', layerRule],
  ['mock-server/odd.ts', '', layerRule],
  ['mock-server/domain/a.ts', `import { x } from '../../src/protocol/x.ts';`, packageRule],
  ['examples/inline/a.ts', `import { x } from '../../dist/index.js';`, packageRule],
  ['e2e/a.e2e.ts', `import { x } from '../src/index.ts';`, packageRule],
  ['docs/a.ts', `import { x } from '../src/index.ts';`, packageRule],
  ['bench/a.ts', `import { x } from '../src/index.ts';`, packageRule],
  ['src/testing/a.ts', `import { x } from '../../mock-server/x.ts';`, packageRule],
  ['examples/inline/a.ts', `import { http } from 'msw';`, packageRule],
  ['examples/inline/a.ts', `import { setupServer } from 'msw/node';`, packageRule],
  ['src/frame/a.test.ts', `import { http } from 'msw';`, packageRule],
  ['bench/a.ts', `const { http } = require('msw');`, packageRule],
  ['mock-server/domain/a.ts', `import { createHash } from 'node:crypto';`, packageRule],
  ['mock-server/store/a.ts', `import { createHash } from 'node:crypto';`, packageRule],
  ['mock-server/hosted-page/a.ts', `import { createHash } from 'node:crypto';`, packageRule],
  ['src/index.ts', `import 'react';`, packageRule],
  ['src/testing/a.ts', `import 'paymentkit-mock-server/browser';`, packageRule],
  ['mock-server/handlers/a.ts', `import { render } from 'preact';`, packageRule],
  ['src/frame/utils.ts', 'export const utils = 1;', fileRule],
  ['mock-server/helpers/a.ts', 'export const a = 1;', fileRule],
  ['src/frame/a.ts', 'export function b() {}', fileRule],
  ['src/frame/a.ts', `export { b } from './b.ts';`, fileRule],
  ['src/frame/money.ts', 'export const formatMoney = 1;', fileRule],
  ['src/frame/money.ts', 'export const add = 1;\nexport const subtract = 2;', fileRule],
  ['src/frame/a.ts', long, fileRule],
  ['src/frame/a.ts', 'export function a() {}', usedRule],
  ['scripts/linting/a.mjs', 'export const a = 1;', usedRule],
])('%s with %j breaks a rule, which says what to do', (file, text, rule) => {
  expect(rule([readModule(file, text)])).toEqual([expect.stringMatching(/\. [A-Z].+\.$/)]);
});

test('a circle of three modules is found, one of types alone is none', () => {
  const circle = (keyword: string) =>
    [
      readModule('a.ts', `import { b } from './b.ts';`),
      readModule('b.ts', `export { c } from './c.ts';`),
      readModule('c.ts', `${keyword} { a } from './a.ts';`),
    ] as const;
  expect(cycleRule(circle('import'))).toEqual([
    expect.stringMatching(/^A cycle: a\.ts → b\.ts → c\.ts → a\.ts\. Move /),
  ]);
  expect(cycleRule(circle('import type'))).toEqual([]);
});

test.each([
  `import { a } from './a.ts';`,
  `import { a as b } from './a.ts';`,
  `export { a } from './a.ts';`,
  `const { a } = await import('./a.ts');`,
  `import * as all from './a.ts';`,
])('%j uses what another module exports', (text) => {
  const used = readModule('src/frame/a.ts', 'export const a = 1;\nexport type A = 1;');
  expect(usedRule([used, readModule('src/frame/index.ts', text)])).toEqual([]);
});

test('what the rules allow passes', () => {
  const modules = [
    readModule('src/checkout/a.ts', `import { x } from '../frame/x.ts';\nexport const a = x;`),
    readModule('src/frame/a.test.ts', `import { test } from 'vitest';`),
    readModule('mock-server/adapters/a.ts', `import 'node:http';\nimport 'msw';`),
    readModule('mock-server/checkout/a.ts', `import { x } from '../billing/x.ts';`),
    readModule('mock-server/cli.ts', `import { x } from './commands/x.ts';`),
    readModule('examples/inline/a.ts', `import { mountCheckout } from 'paymentkit-js';`),
    readModule('src/frame/money.ts', 'export const readMoney = 1;\nexport const writeMoney = 2;'),
    readModule('src/frame/Money.ts', 'export interface Money {}\nexport type Price = Money;'),
  ];
  for (const rule of [layerRule, packageRule, fileRule, cycleRule]) {
    expect(rule(modules)).toEqual([]);
  }
});
