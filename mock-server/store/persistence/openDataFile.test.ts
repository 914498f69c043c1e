import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { openDataFile } from './openDataFile.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-data-'));
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

test('a file of something else is refused and left as it was', () => {
  const text = fileNamed('text');
  writeFileSync(
    text,
    'a shopping list, and long enough for a header of a hundred bytes '.repeat(3),
  );
  chmodSync(text, 0o644);
  const before = readFileSync(text, 'utf8');
  expect(() => openDataFile(text)).toThrow(/it is not a data file of this server/);
  expect(readFileSync(text, 'utf8')).toBe(before);
  expect(statSync(text).mode & 0o777).toBe(0o644);
  const other = fileNamed('other');
  const database = new DatabaseSync(other);
  database.exec('CREATE TABLE shopping (thing TEXT)');
  database.close();
  expect(() => openDataFile(other)).toThrow(/it is not a data file of this server/);
  const later = fileNamed('later');
  openDataFile(later).close();
  const changed = new DatabaseSync(later);
  changed.exec('PRAGMA user_version = 99');
  changed.close();
  expect(() => openDataFile(later)).toThrow(/a newer version of this server wrote it\. Update/);
  expect(() => openDataFile(fileNamed('no/such/folder'))).toThrow(/it cannot be written/);
});
