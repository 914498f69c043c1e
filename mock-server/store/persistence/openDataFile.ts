import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Change, Persistence } from '../Persistence.ts';
import { readDataVersion } from './readDataVersion.ts';

/** Told apart from any other database. */
const applicationId = 0x70_6b_6d_73;

/** One more whenever a record needs what older files do not have. */
const version = 2;

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

/** Secure tokens are in it: nobody else on the machine may read it, or what SQLite puts beside it. */
function keepPrivate(file: string): void {
  for (const name of [file, `${file}-wal`]) if (existsSync(name)) chmodSync(name, 0o600);
}

function layOut(database: DatabaseSync, file: string, isNew: boolean): void {
  // Held for good: two servers on one file would not see each other's changes.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  // Before there is a log beside the file: whose it is has to stand in the file itself.
  if (isNew) database.exec(`BEGIN EXCLUSIVE; ${schema}; COMMIT`);
  keepPrivate(file);
  // What was committed is in the system's hands: killing the process loses nothing, a power cut the last moments.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN EXCLUSIVE; COMMIT');
}

function open(file: string): DatabaseSync {
  closeSync(openSync(file, 'a', 0o600));
  const wroteIt = readDataVersion(file, applicationId);
  if (wroteIt !== undefined && wroteIt !== version) {
    throw new Error(wroteIt > version ? 'newer version' : 'older version');
  }
  const database = new DatabaseSync(file);
  try {
    layOut(database, file, wroteIt === undefined);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/locked|busy/i, 'another server is using it. Stop that one, or give another file'],
  [/not a database|not ours/i, 'it is not a data file of this server. Give another file'],
  [/disk is full/, 'the disk is full. Make room on it; what was refused can be asked for again'],
  [
    /malformed|in JSON|JSON input/,
    'it is damaged. Put a copy of it in its place, or give another file',
  ],
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

function fileError(action: string, error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error);
  const [, reason = text] = reasons.find(([pattern]) => pattern.test(text)) ?? [];
  return new Error(`Failed to ${action}: ${reason}.`, { cause: error });
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

/** Says of which file it was that something went wrong with it. */
function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileError(`open ${file}`, error);
  }
}

/** SQLite ends some transactions by itself, such as one that the disk is too full for. */
function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // There was none any more.
  }
}

/** Keeps accounts in an SQLite file, which is made when there is none. */
export function openDataFile(file: string): Persistence {
  const database = attempt(file, () => open(file));
  const { all, put, drop, forget } = prepare(database);

  return {
    load: () => attempt(file, () => loadAll(all)),
    save(accountId, changes) {
      database.exec('BEGIN');
      try {
        for (const { kind, id, value } of changes) {
          if (value === undefined) drop.run(accountId, kind, id);
          else put.run(accountId, kind, id, JSON.stringify(value));
        }
        database.exec('COMMIT');
      } catch (error) {
        rollBack(database);
        throw fileError(`write to ${file}`, error);
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
