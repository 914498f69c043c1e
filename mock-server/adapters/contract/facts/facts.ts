import { expect } from 'vitest';

export { expect };

type Work = () => unknown;

/** A test of the contract suite, where something else than Vitest runs it. */
export interface Fact {
  readonly name: string;
  readonly run: () => Promise<void>;
}

interface Scope {
  readonly title: string;
  readonly after: Work[];
}

const collected: Fact[] = [];
const scopes: Scope[] = [];

/** Everything that `test` was told of, in order. */
export const facts = (): readonly Fact[] => collected;

export function describe(title: string, _options: object, tests: () => void): void {
  scopes.push({ title, after: [] });
  tests();
  scopes.pop();
}

export function afterEach(work: Work): void {
  scopes.at(-1)?.after.push(work);
}

function addFact(title: string, work: Work): void {
  const name = [...scopes.map((scope) => scope.title), title].join(' › ');
  const after = scopes.flatMap((scope) => scope.after);
  collected.push({
    name,
    async run() {
      try {
        await work();
      } finally {
        for (const undo of after) await undo();
      }
    },
  });
}

/** As Vitest fills a title in: `%s` and `%j` take the next value, `$name` a member of the first. */
function titleOf(text: string, row: readonly unknown[]): string {
  const values = [...row];
  return text
    .replaceAll(/%[sj]/g, (kind) => {
      const value = values.shift();
      return kind === '%j' ? JSON.stringify(value) : String(value);
    })
    .replaceAll(/\$(\w+)/g, (_all, name: string) => {
      const [first] = row;
      return typeof first === 'object' && first ? String(Reflect.get(first, name)) : '';
    });
}

const each =
  (rows: readonly unknown[]) =>
  (title: string, work: (...row: readonly unknown[]) => unknown): void => {
    for (const one of rows) {
      const row: readonly unknown[] = Array.isArray(one) ? one : [one];
      addFact(titleOf(title, row), () => work(...row));
    }
  };

export const test = Object.assign(addFact, { each });
