import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

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

/** Each is an ESLint selector and what to do instead. */
const everywhere = [
  {
    selector: 'ExportAllDeclaration',
    message: 'Name what is exported: `export *` hides the public surface.',
  },
  {
    selector: 'CallExpression[callee.property.name="postMessage"] > Literal[value="*"]',
    message: 'Name the target origin: whoever holds the window would read this.',
  },
  {
    selector:
      'CallExpression[callee.property.name="postMessage"] > ObjectExpression > Property[key.name="targetOrigin"] > Literal[value="*"]',
    message: 'Name the target origin: whoever holds the window would read this.',
  },
];

const noMarkupFromStrings = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Build elements: strings of markup fail under Trusted Types and invite injection.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Build elements: strings of markup fail under Trusted Types and invite injection.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^writeln?$/]',
    message: 'Build elements: document.write stops the parser.',
  },
  {
    selector:
      'CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(style|on.*)$/]',
    message:
      'Set styles through CSSOM and listeners with addEventListener: a strict CSP blocks this.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Build elements: strings of markup fail under Trusted Types and invite injection.',
  },
];

/** At module scope: in no function, and in no field that an instance sets up for itself. */
const atImport = ':not(:function *):not(PropertyDefinition[static=false] *)';

/** What keeps an unused import at zero bytes in every bundler. */
const inertModuleScope = [
  {
    selector: 'Program > ExpressionStatement:not([directive])',
    message: 'Module scope is inert: move this into a function.',
  },
  {
    selector: `:matches(NewExpression:not([callee.name=/^(Map|Set|WeakMap|WeakSet)$/]), CallExpression, TaggedTemplateExpression, AwaitExpression)${atImport}`,
    message: 'Module scope is inert: make this where it is needed.',
  },
  {
    selector: `TemplateLiteral[expressions.length>0]${atImport}`,
    message: 'Module scope is inert: esbuild keeps a template literal with expressions.',
  },
  {
    selector: ':matches(PropertyDefinition[static=true], StaticBlock)',
    message: 'Module scope is inert: a static field runs at import.',
  },
];

const noOwnClasses = [
  {
    selector: 'ClassDeclaration:not([superClass])',
    message: 'Return a handle from a function `createX`: classes are for errors and elements.',
  },
];

const testNames = [
  {
    selector:
      ':matches(CallExpression[callee.name=/^(test|it|describe)$/], CallExpression[callee.callee.object.name=/^(test|it|describe)$/]) > Literal:first-child[value=/\\bshould\\b/i]',
    message: 'State what is the case: a test is named after a fact.',
  },
  {
    selector:
      'CallExpression > MemberExpression.callee[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo|fails|fixme)$/]',
    message: 'Every test runs: mend it, or take it out.',
  },
  {
    selector: 'CallExpression[callee.name="describe"] CallExpression[callee.name="describe"]',
    message: 'One level of describe is enough: give the second a file of its own.',
  },
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
