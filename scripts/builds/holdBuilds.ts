import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../root.ts';

/** Longer than any build takes: what waits for more than that waits for something that hangs. */
const longest = 10 * 60_000;

const lockFile = path.join(root, 'node_modules', '.cache', 'paymentkit', 'building.db');

interface Turn {
  readonly signal?: AbortSignal | undefined;
  /** Called once where another process is building. */
  readonly onWait?: (() => void) | undefined;
  readonly file?: string;
  /** How long it waits, in milliseconds. */
  readonly patience?: number;
}

/**
 * Waits until no other process builds, and lets none begin until the result is called: two at once take each other's
 * files away. The lock is an exclusive transaction, which the system ends with the process that holds it. Rejects when that
 * one does not end.
 */
export async function holdBuilds({
  signal,
  onWait,
  file = lockFile,
  patience = longest,
}: Turn = {}): Promise<() => void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const lock = new DatabaseSync(file, { timeout: 0 });
  const deadline = Date.now() + patience;
  if (!tryToHold(lock)) {
    onWait?.();
    while (signal?.aborted !== true && !tryToHold(lock)) {
      if (Date.now() > deadline) {
        lock.close();
        throw new Error(
          `Failed to build: another process has been building in ${root} for ${String(patience / 60_000)} minutes. End it, then try again.`,
        );
      }
      await pause(100, undefined, { signal }).catch(() => undefined);
    }
  }
  return () => {
    lock.close();
  };
}

function tryToHold(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && error.message === 'database is locked') return false;
    throw error;
  }
}
