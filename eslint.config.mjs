import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { syntaxRules } from './scripts/linting/syntaxRules.mjs';

const { everywhere, inertModuleScope, noMarkupFromStrings, noOwnClasses, testNames } = syntaxRules;

/** Browser names that any layer may use: they read nothing of the page and change nothing in it. */
const pureGlobals = [
  ...['AbortController', 'AbortSignal', 'DOMException', 'Event', 'EventTarget', 'Headers'],
  ...['TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams', 'atob', 'btoa', 'console'],
  ...['queueMicrotask', 'structuredClone'],
];

/** What each layer may touch of the outside. A layer not listed reaches it through its Platform. */
const touchedBy = {
  overlay: ['document'],
  frame: ['document'],
  checkout: ['document', 'Element', 'HTMLElement', 'Node'],
  session: ['crypto'],
  channel: ['crypto', 'MessageChannel', 'MessageEvent', 'MessagePort'],
  webhooks: ['crypto'],
  // An entry binds the browser's window.
  diagnose: ['globalThis'],
  // The page of a test is the test runner's.
  testing: ['globalThis'],
};

const outside = [...Object.keys(globals.browser), 'globalThis'].filter(
  (name) => !pureGlobals.includes(name),
);

const restrictGlobals = (allowed) => [
  'error',
  ...outside
    .filter((name) => !allowed.includes(name))
    .map((name) => ({ name, message: 'Reach it through the Platform argument.' })),
];

/** What only Node has, and no browser. */
const nodeGlobals = Object.keys(globals.node)
  .filter((name) => !(name in globals.browser))
  .map((name) => ({ name, message: 'This runs in a browser too: hand it in as an argument.' }));

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.test-d.ts', '**/*.e2e.ts', 'e2e/**'];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/generated/',
    'docs/api/',
    'docs/images/',
    'test-results/',
    'screenshots/',
    'playwright-report/',
    'coverage/',
  ]),
  // This project's own rules. Those that others wrote are Oxlint's: see .oxlintrc.json.
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['**/*.{ts,tsx,mjs,cjs,js}'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noOwnClasses] },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.config.ts'],
    rules: {
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
    },
  },
  {
    files: ['{src,mock-server,examples,scripts,bench}/**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'max-lines': ['error', 200],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
    },
  },
  {
    // Its one-line functions carry the documentation of everything that merchants call.
    files: ['src/index.ts'],
    rules: { 'max-lines': ['error', { max: 200, skipComments: true }] },
  },
  {
    files: ['mock-server/{page-parts,hosted-page,dashboard}/**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...noOwnClasses, ...noMarkupFromStrings],
    },
  },
  {
    // All but what listens, keeps files and reads a command line runs in a browser too.
    files: ['mock-server/**/*.{ts,tsx}'],
    ignores: [...tests, 'mock-server/{cli.ts,commands/**,adapters/**,store/persistence/**}'],
    rules: { 'no-restricted-globals': ['error', ...nodeGlobals] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        ...[...everywhere, ...noMarkupFromStrings, ...noOwnClasses, ...inertModuleScope],
      ],
    },
  },
  ...['protocol', 'errors', 'events', 'options', 'return', 'diagnose']
    .concat(Object.keys(touchedBy))
    .map((layer) => ({
      files: [`src/${layer}/**/*.ts`],
      ignores: [...tests, '**/fixtures/**'],
      rules: { 'no-restricted-globals': restrictGlobals(touchedBy[layer] ?? []) },
    })),
  {
    // Their import is their one effect: it sets window.PaymentKit, or defines the element.
    files: ['src/global.ts', 'src/element/define/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...noOwnClasses, ...noMarkupFromStrings],
    },
  },
  {
    // Its classes stand in for the browser's.
    files: ['src/testing/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...noMarkupFromStrings, ...inertModuleScope],
    },
  },
  {
    files: tests,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...testNames] },
  },
);
