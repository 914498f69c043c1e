import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollection } from './createCollection.ts';
import { createJournal } from './createJournal.ts';

interface Thing {
  readonly id: string;
  readonly code: string;
}

function createThings() {
  const journal = createJournal();
  return { journal, things: createCollection<Thing>(journal, 'things', ({ code }) => code) };
}

const ids = (page: { data: readonly Thing[] }) => page.data.map(({ id }) => id);

test('a record is found by its id and by its second key, which may change', () => {
  const { journal, things } = createThings();
  journal.transact(() => things.put({ id: '1', code: 'a' }));
  journal.transact(() => things.put({ id: '1', code: 'b' }));
  expect([things.get('1')?.code, things.byKey('b')?.id, things.byKey('a'), things.size]).toEqual([
    'b',
    '1',
    undefined,
    1,
  ]);
});

test('a page among known ids looks at nothing else', () => {
  const { journal, things } = createThings();
  journal.transact(() => {
    for (const id of ['1', '2', '3', '4']) things.put({ id, code: id });
  });
  const seen: string[] = [];
  const matches = ({ id }: Thing): boolean => seen.push(id) > 0 && id !== '2';
  const found = things.page({ limit: 1, offset: 0, among: ['1', '2', '4', 'gone'], matches });
  expect(ids(found)).toEqual(['4']);
  expect([found.total, seen]).toEqual([2, ['4', '2', '1']]);
});

test('pages go back from the newest, and a change does not move a record', () => {
  const { journal, things } = createThings();
  journal.transact(() => {
    for (const id of ['1', '2', '3', '4']) things.put({ id, code: id });
    things.put({ id: '1', code: 'changed' });
  });
  expect(ids(things.page({ limit: 2, offset: 0 }))).toEqual(['4', '3']);
  expect(ids(things.page({ limit: 2, offset: 3 }))).toEqual(['1']);
  expect(ids(things.page({ limit: 2, offset: 5 }))).toEqual([]);
  const among = things.page({ limit: 2, offset: 0, among: ['1', '3', '4', 'gone'] });
  expect([ids(among), among.total]).toEqual([['4', '3'], 3]);
  const even = { limit: 1, offset: 1, matches: ({ id }: Thing) => Number(id) % 2 === 0 };
  expect([ids(things.page(even)), things.page(even).total]).toEqual([['2'], 2]);
  expect(things.page({ limit: 2, offset: 0 }).total).toBe(4);
});

test('what is deleted is gone, and leaves the others in their order', () => {
  const { journal, things } = createThings();
  journal.transact(() => {
    for (const id of ['1', '2', '3']) things.put({ id, code: id });
    things.delete('2');
    things.delete('none');
  });
  expect(ids(things.page({ limit: 5, offset: 0 }))).toEqual(['3', '1']);
  expect(things.page({ limit: 1, offset: 0 }).total).toBe(2);
  expect([things.get('2'), things.byKey('2'), things.size]).toEqual([undefined, undefined, 2]);
  journal.transact(() => things.put({ id: '2', code: '2' }));
  expect([...things.values()].map(({ id }) => id)).toEqual(['1', '3', '2']);
});

test('nothing is written outside a transaction', () => {
  const { things } = createThings();
  expect(() => things.put({ id: '1', code: 'a' })).toThrow('Writing needs a transaction');
});

test('a decision that fails undoes the one inside it, too', () => {
  const { journal, things } = createThings();
  expect(() =>
    journal.transact(() => {
      journal.transact(() => things.put({ id: '1', code: 'a' }));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(things.size).toBe(0);
});

test('a decision that fails leaves everything as it was', () => {
  const put = fc.record({
    id: fc.constantFrom('1', '2', '3'),
    code: fc.constantFrom('a', 'b', 'c'),
  });
  const removal = fc.record({ id: fc.constantFrom('1', '2', '3') });
  const writes = fc.array(fc.oneof(put, removal), { maxLength: 8 });
  const look = ({ things }: ReturnType<typeof createThings>) => ({
    page: things.page({ limit: 100, offset: 0 }),
    byKey: ['1a', '2a', '3a', '1b', '2b', '3b'].map((key) => things.byKey(key)),
    values: [...things.values()],
    size: things.size,
  });
  fc.assert(
    fc.property(writes, writes, (kept, undone) => {
      const store = createThings();
      const write = (list: readonly (Thing | { readonly id: string })[]): void => {
        for (const change of list) {
          if ('code' in change) store.things.put({ ...change, code: change.id + change.code });
          else store.things.delete(change.id);
        }
      };
      store.journal.transact(() => {
        write(kept);
      });
      const before = look(store);
      expect(() =>
        store.journal.transact(() => {
          write(undone);
          throw new Error('no');
        }),
      ).toThrow('no');
      expect(look(store)).toEqual(before);
    }),
  );
});
