import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Change, Persistence } from '../Persistence.ts';

/** Told apart from any other database, and from the files of a later version. */
const applicationId = 0x70_6b_6d_73;
const version = 1;

const schema = `
  CREATE TABLE things (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (account, kind, id)
  ) STRICT;
  PRAGMA application_id = ${String(applicationId)};
  PRAGMA user_version = ${String(version)};
`;

function prepare(database: DatabaseSync) {
  return {
    all: database.prepare('SELECT account, kind, id, value FROM things ORDER BY place'),
    put: database.prepare(
      `INSERT INTO things (account, kind, id, value) VALUES (?, ?, ?, ?)
       ON CONFLICT (account, kind, id) DO UPDATE SET value = excluded.value`,
    ),
    drop: database.prepare('DELETE FROM things WHERE account = ? AND kind = ? AND id = ?'),
    forget: database.prepare('DELETE FROM things WHERE account = ?'),
  };
}

/** The number that a PRAGMA is set to. */
function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`PRAGMA ${name}`).get()?.[name];
}

/** Throws when the file is not of this server, before anything in it is touched. */
function isEmpty(database: DatabaseSync): boolean {
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get();
  if (tables?.['count'] === 0) return true;
  if (pragma(database, 'application_id') !== applicationId) throw new Error('not ours');
  const wroteIt = Number(pragma(database, 'user_version'));
  if (wroteIt !== version) throw new Error(wroteIt > version ? 'newer version' : 'older version');
  return false;
}

/** Secure tokens are in it: nobody else on the machine may read it, or what SQLite puts beside it. */
function keepPrivate(file: string): void {
  for (const name of [file, `${file}-wal`]) if (existsSync(name)) chmodSync(name, 0o600);
}

function layOut(database: DatabaseSync, file: string): void {
  // Held for good: two servers on one file would not see each other's changes.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  const isNew = isEmpty(database);
  keepPrivate(file);
  // What was committed is in the system's hands: killing the process loses nothing, a power cut the last moments.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN EXCLUSIVE');
  if (isNew) database.exec(schema);
  database.exec('COMMIT');
}

function open(file: string): DatabaseSync {
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  try {
    layOut(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/locked|busy/i, 'another server is using it. Stop that one, or give another file'],
  [/not a database|malformed|not ours/i, 'it is not a data file of this server. Give another file'],
  [
    /newer version/,
    'a newer version of this server wrote it. Update this one, or give another file',
  ],
  [/older version/, 'an older version of this server wrote it. Give another file'],
  [
    /ENOENT|EISDIR|EACCES|EROFS|unable to open/i,
    'it cannot be written. Give a file in a folder that can',
  ],
];

function openError(file: string, error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error);
  const [, reason = text] = reasons.find(([pattern]) => pattern.test(text)) ?? [];
  return new Error(`Failed to open ${file}: ${reason}.`, { cause: error });
}

function loadAll(all: StatementSync): Map<string, Change[]> {
  const accounts = new Map<string, Change[]>();
  for (const row of all.iterate()) {
    const { account, kind, id, value } = row as Record<'account' | 'kind' | 'id' | 'value', string>;
    const changes = accounts.get(account) ?? [];
    accounts.set(account, changes);
    changes.push({ kind, id, value: JSON.parse(value) });
  }
  return accounts;
}

/** Keeps accounts in an SQLite file, which is made when there is none. */
export function openDataFile(file: string): Persistence {
  let database: DatabaseSync;
  try {
    database = open(file);
  } catch (error) {
    throw openError(file, error);
  }
  const { all, put, drop, forget } = prepare(database);

  return {
    load: () => loadAll(all),
    save(accountId, changes) {
      database.exec('BEGIN');
      try {
        for (const { kind, id, value } of changes) {
          if (value === undefined) drop.run(accountId, kind, id);
          else put.run(accountId, kind, id, JSON.stringify(value));
        }
        database.exec('COMMIT');
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    forget(accountId) {
      forget.run(accountId);
    },
    close() {
      database.close();
    },
  };
}
