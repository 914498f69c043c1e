import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDataFile } from './openDataFile.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-data-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const fileNamed = (name: string) => path.join(folder, name);
const thing = (id: string, value: unknown = { id }) => ({ kind: 'things', id, value });

test('what was saved is there again, in the order in which it came into being', () => {
  const file = fileNamed('order');
  const first = openDataFile(file);
  first.save('acc_1', [thing('b'), thing('a')]);
  first.save('acc_2', [thing('a')]);
  first.save('acc_1', [thing('c'), thing('b', { id: 'b', changed: true })]);
  first.save('acc_1', [{ kind: 'things', id: 'a', value: undefined }]);
  first.close();
  const again = openDataFile(file);
  expect([...again.load()]).toEqual([
    ['acc_1', [thing('b', { id: 'b', changed: true }), thing('c')]],
    ['acc_2', [thing('a')]],
  ]);
  again.forget('acc_1');
  expect([...again.load().keys()]).toEqual(['acc_2']);
  again.close();
});

test('of what cannot be saved whole, nothing is', () => {
  const data = openDataFile(fileNamed('whole'));
  const circle: Record<string, unknown> = {};
  circle['itself'] = circle;
  expect(() => {
    data.save('acc_1', [thing('a'), thing('b', circle)]);
  }).toThrow(/circular/i);
  expect(data.load().size).toBe(0);
  data.save('acc_1', [thing('c')]);
  expect(data.load().get('acc_1')).toEqual([thing('c')]);
  data.close();
});

test('nobody else on the machine may read it', () => {
  const file = fileNamed('private');
  writeFileSync(file, '', { mode: 0o644 });
  const data = openDataFile(file);
  data.save('acc_1', [thing('a')]);
  for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  data.close();
});

test('a file that another server uses is refused', () => {
  const file = fileNamed('taken');
  const data = openDataFile(file);
  expect(() => openDataFile(file)).toThrow(/^Failed to open .*taken: another server is using it\./);
  data.close();
  openDataFile(file).close();
});

/** Everything in a folder, to the byte. */
const contents = (of: string) =>
  Object.fromEntries(
    readdirSync(of).map((name) => {
      const at = path.join(of, name);
      return [name, [statSync(at).mode & 0o777, readFileSync(at, 'base64')]];
    }),
  );

const ours = (change: string) => (file: string) => {
  openDataFile(file).close();
  withDatabase(file, change);
};

function withDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

const text = 'a shopping list, and long enough for a header of a hundred bytes '.repeat(3);
const notOurs = /^Failed to open .*: it is not a data file of this server\. Give another file\.$/;

test.each<[string, (file: string) => void, RegExp]>([
  ['a text', (file) => writeFileSync(file, text, { mode: 0o644 }), notOurs],
  ['a short text', (file) => writeFileSync(file, 'milk'), notOurs],
  ['a database of something else', (file) => withDatabase(file, 'CREATE TABLE a (b)'), notOurs],
  ['one that is still empty', (file) => withDatabase(file, 'PRAGMA application_id = 7'), notOurs],
  [
    'one whose last changes stand beside it',
    (file) => {
      const database = new DatabaseSync(`${file}.open`);
      database.exec('PRAGMA journal_mode = WAL; CREATE TABLE a (b); INSERT INTO a VALUES (1)');
      for (const end of ['', '-wal']) copyFileSync(`${file}.open${end}`, file + end);
      database.close();
    },
    notOurs,
  ],
  [
    'a file of a newer server',
    ours('PRAGMA user_version = 99'),
    /a newer version of this server wrote it\. Update this one, or give another file\.$/,
  ],
  [
    'a file of an older server',
    ours('PRAGMA user_version = 1'),
    /an older version of this server wrote it\. Give another file\.$/,
  ],
])('%s is refused and left as it was', (_, make, reason) => {
  const own = mkdtempSync(path.join(folder, 'foreign-'));
  const file = path.join(own, 'data');
  make(file);
  const before = contents(own);
  expect(() => openDataFile(file)).toThrow(reason);
  expect(contents(own)).toEqual(before);
});

test('a file in a folder that there is not cannot be written', () => {
  expect(() => openDataFile(fileNamed('no/such/folder'))).toThrow(/it cannot be written/);
});

test('a file that is damaged is told by its name', () => {
  const file = fileNamed('damaged');
  const data = openDataFile(file);
  data.save('acc_1', [thing('a')]);
  data.close();
  withDatabase(file, "UPDATE things SET value = '{'");
  const again = openDataFile(file);
  expect(() => again.load()).toThrow(/^Failed to open .*damaged: it is damaged\. Put a copy/);
  again.close();
});

test('whose a file is stands in it from the first moment, whatever ends the process', () => {
  const file = fileNamed('killed');
  const data = openDataFile(file);
  data.save('acc_1', [thing('a')]);
  // As it lies there when the process is killed now.
  const copy = fileNamed('killed-copy');
  for (const end of ['', '-wal']) copyFileSync(file + end, copy + end);
  const again = openDataFile(copy);
  expect([...again.load().keys()]).toEqual(['acc_1']);
  again.close();
  data.close();
});
