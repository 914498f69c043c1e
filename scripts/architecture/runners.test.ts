import path from 'node:path';
import { expect, test } from 'vitest';
import otherBrowsers from '../../e2e/other-browsers/vitest.config.ts';
import playwright from '../../playwright.config.ts';
import vitest from '../../vitest.config.ts';
import { listFiles } from '../builds/listFiles.ts';

interface Patterns {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

interface VitestConfig {
  readonly test: { readonly projects: readonly { readonly test: Patterns }[] };
}

const { dir = '', include = [] } = otherBrowsers.test ?? {};

/** What each runner looks for, as its configuration says it. */
const runners: readonly Patterns[] = [
  ...(vitest as VitestConfig).test.projects.map((project) => project.test),
  { include: include.map((pattern) => path.posix.join(dir, pattern)) },
  { include: playwright.projects?.flatMap(({ testMatch }) => testMatch as string[]) ?? [] },
  // Run by Jest: scripts/packages/jest.test.ts.
  { include: ['examples/merchant-tests/src/*.test.{ts,tsx}'] },
];

const matches = (file: string, patterns: readonly string[] = []): boolean =>
  patterns.some((pattern) => path.matchesGlob(file, pattern));

const runnersOf = (file: string): number =>
  runners.filter(({ include, exclude }) => matches(file, include) && !matches(file, exclude))
    .length;

const isTest = (file: string): boolean => /\.(test|spec|e2e)\.\w+$/.test(file);

test('every test is found by a runner: one that is nobody’s would pass unseen', () => {
  const tests = listFiles('.').filter(isTest);
  expect(tests.length).toBeGreaterThan(300);
  expect(tests.filter((file) => runnersOf(file) === 0)).toEqual([]);
});

test.each(['e2e/inline/a.test.ts', 'e2e/inline/a.e2e.tsx', 'docs/a.test.ts', 'src/a.spec.ts'])(
  '%s would be nobody’s',
  (file) => {
    expect([isTest(file), runnersOf(file)]).toEqual([true, 0]);
  },
);

test('what runs on two versions of React is found twice', () => {
  expect(runnersOf('src/react/a.test.ts')).toBe(2);
});
