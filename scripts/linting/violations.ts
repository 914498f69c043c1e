/** For each rule that needs types, the least code that it must refuse. */
export const violations: Readonly<Record<string, string>> = {
  'await-thenable': 'export async function wait() { await 1; }',
  'consistent-type-exports': "import { Shape } from './shape.ts'; export { Shape };",
  'no-array-delete': 'export function drop(list: number[]) { delete list[0]; }',
  'no-base-to-string': 'export const text = String({});',
  'no-confusing-void-expression':
    'export function tell(say: () => void) { const told = say(); return [told]; }',
  'no-deprecated': '/** @deprecated */ const old = 1; export const copy = old + 1;',
  'no-duplicate-type-constituents': "export type Twice = 'a' | 'b' | 'a';",
  'no-floating-promises': 'export function start() { Promise.resolve(1); }',
  'no-for-in-array':
    'export function walk(list: number[]) { for (const key in list) console.log(key); }',
  'no-generated-empty-object-type': 'export type Nothing = Omit<{ a: 1 }, "a">;',
  'no-implied-eval': "export function later() { setTimeout('alert(1)', 1); }",
  'no-meaningless-void-operator': 'export function say(run: () => void) { void run(); }',
  'no-misused-promises':
    'export function listen(on: (run: () => void) => void) { on(async () => { await null; }); }',
  'no-misused-spread': "export const letters = [...'abc'];",
  'no-mixed-enums': "export enum Mixed { a = 0, b = 'b' }",
  'no-redundant-type-constituents': 'export type Any = unknown | string;',
  'no-unnecessary-boolean-literal-compare':
    'export const isIt = (value: boolean) => value === true;',
  'no-unnecessary-condition': 'export const has = (value: object) => (value ? 1 : 2);',
  'no-unnecessary-template-expression': "export const text = `${'a'}`;",
  'no-unnecessary-type-arguments':
    'const make = <T = string>(value?: T) => value; export const made = make<string>();',
  'no-unnecessary-type-assertion': 'export const same = (text: string) => text as string;',
  'no-unnecessary-type-conversion': 'export const same = (text: string) => String(text);',
  'no-unnecessary-type-parameters': 'export const tell = <T>(value: T): void => { say(value); };',
  'no-unsafe-argument':
    "const loose = JSON.parse('1'); export const parsed = ((a: string) => a)(loose);",
  'no-unsafe-assignment': "export const made: { a: string } = JSON.parse('{}');",
  'no-unsafe-call': "export const called = String(JSON.parse('1')());",
  'no-unsafe-enum-comparison': 'enum E { a } export const same = (e: E) => e === 0;',
  'no-unsafe-member-access': "export const read = String(JSON.parse('{}').member);",
  'no-unsafe-return': "export const read = (): string => JSON.parse('1');",
  'no-unsafe-unary-minus': "export const less = -JSON.parse('1') - -'a';",
  'no-useless-default-assignment': 'export const of = ({ a = 1 }: { a: number }) => a;',
  'only-throw-error': "export function stop() { throw 'no'; }",
  'prefer-promise-reject-errors': "export const refuse = () => Promise.reject('no');",
  'prefer-readonly': 'export class Box { private held = 1; get() { return this.held; } }',
  'prefer-reduce-type-parameter':
    'export const all = (a: string[]) => a.reduce((r, s) => r.concat(s), [] as string[]);',
  'prefer-return-this-type': 'export class Chain { next(): Chain { return this; } }',
  'related-getter-setter-pairs':
    'export class Pair { get a(): string { return ""; } set a(value: number) {} }',
  'require-await': 'export async function none() { return 1; }',
  'restrict-plus-operands': 'export const sum = (a: number, b: string) => a + b;',
  'restrict-template-expressions': 'export const text = (value: object) => `${value}`;',
  'return-await':
    'export async function get(ask: () => Promise<1>) { try { return ask(); } catch { return 2; } }',
  'switch-exhaustiveness-check':
    "export function pick(kind: 'a' | 'b') { switch (kind) { case 'a': return 1; } return 0; }",
  'unbound-method':
    'class Held { a = 1; read() { return this.a; } } export const { read } = new Held();',
  'use-unknown-in-catch-callback-variable':
    'export const quiet = (p: Promise<void>) => p.catch((error: Error) => { console.log(error); });',
};
