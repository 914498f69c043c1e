/** For each rule that needs types, the least code that it must refuse. */
export const typedViolations: Readonly<Record<string, string>> = {
  'typescript/await-thenable': 'export async function wait() { await 1; }',
  'typescript/consistent-type-exports': "import { Shape } from './shape.ts'; export { Shape };",
  'typescript/no-array-delete': 'export function drop(list: number[]) { delete list[0]; }',
  'typescript/no-base-to-string': 'export const text = String({});',
  'typescript/no-confusing-void-expression':
    'export function tell(say: () => void) { const told = say(); return [told]; }',
  'typescript/no-deprecated': '/** @deprecated */ const old = 1; export const copy = old + 1;',
  'typescript/no-duplicate-type-constituents': "export type Twice = 'a' | 'b' | 'a';",
  'typescript/no-floating-promises': 'export function start() { Promise.resolve(1); }',
  'typescript/no-for-in-array':
    'export function walk(list: number[]) { for (const key in list) console.log(key); }',
  'typescript/no-generated-empty-object-type': 'export type Nothing = Omit<{ a: 1 }, "a">;',
  'typescript/no-implied-eval': "export function later() { setTimeout('alert(1)', 1); }",
  'typescript/no-meaningless-void-operator': 'export function say(run: () => void) { void run(); }',
  'typescript/no-misused-promises':
    'export function listen(on: (run: () => void) => void) { on(async () => { await null; }); }',
  'typescript/no-misused-spread': "export const letters = [...'abc'];",
  'typescript/no-mixed-enums': "export enum Mixed { a = 0, b = 'b' }",
  'typescript/no-redundant-type-constituents': 'export type Any = unknown | string;',
  'typescript/no-unnecessary-boolean-literal-compare':
    'export const isIt = (value: boolean) => value === true;',
  'typescript/no-unnecessary-condition': 'export const has = (value: object) => (value ? 1 : 2);',
  'typescript/no-unnecessary-template-expression': "export const text = `${'a'}`;",
  'typescript/no-unnecessary-type-arguments':
    'const make = <T = string>(value?: T) => value; export const made = make<string>();',
  'typescript/no-unnecessary-type-assertion':
    'export const same = (text: string) => text as string;',
  'typescript/no-unnecessary-type-conversion':
    'export const same = (text: string) => String(text);',
  'typescript/no-unnecessary-type-parameters':
    'export const tell = <T>(value: T): void => { say(value); };',
  'typescript/no-unsafe-argument':
    "const loose = JSON.parse('1'); export const parsed = ((a: string) => a)(loose);",
  'typescript/no-unsafe-assignment': "export const made: { a: string } = JSON.parse('{}');",
  'typescript/no-unsafe-call': "export const called = String(JSON.parse('1')());",
  'typescript/no-unsafe-enum-comparison': 'enum E { a } export const same = (e: E) => e === 0;',
  'typescript/no-unsafe-member-access': "export const read = String(JSON.parse('{}').member);",
  'typescript/no-unsafe-return': "export const read = (): string => JSON.parse('1');",
  'typescript/no-unsafe-unary-minus': "export const less = -JSON.parse('1') - -'a';",
  'typescript/no-useless-default-assignment': 'export const of = ({ a = 1 }: { a: number }) => a;',
  'typescript/only-throw-error': "export function stop() { throw 'no'; }",
  'typescript/prefer-promise-reject-errors': "export const refuse = () => Promise.reject('no');",
  'typescript/prefer-readonly':
    'export class Box { private held = 1; get() { return this.held; } }',
  'typescript/prefer-reduce-type-parameter':
    'export const all = (a: string[]) => a.reduce((r, s) => r.concat(s), [] as string[]);',
  'typescript/prefer-return-this-type': 'export class Chain { next(): Chain { return this; } }',
  'typescript/related-getter-setter-pairs':
    'export class Pair { get a(): string { return ""; } set a(value: number) {} }',
  'typescript/require-await': 'export async function none() { return 1; }',
  'typescript/restrict-plus-operands': 'export const sum = (a: number, b: string) => a + b;',
  'typescript/restrict-template-expressions': 'export const text = (value: object) => `${value}`;',
  'typescript/return-await':
    'export async function get(ask: () => Promise<1>) { try { return ask(); } catch { return 2; } }',
  'typescript/switch-exhaustiveness-check':
    "export function pick(kind: 'a' | 'b') { switch (kind) { case 'a': return 1; } return 0; }",
  'typescript/unbound-method':
    'class Held { a = 1; read() { return this.a; } } export const { read } = new Held();',
  'typescript/use-unknown-in-catch-callback-variable':
    'export const quiet = (p: Promise<void>) => p.catch((error: Error) => { console.log(error); });',
};
