import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../root.ts';

/** Longer than any build takes: what waits for more than that waits for something that hangs. */
const patience = 10 * 60_000;

const lockFile = path.join(root, 'node_modules', '.cache', 'paymentkit', 'building.db');

interface Turn {
  readonly signal?: AbortSignal | undefined;
  /** Called once where another process is building. */
  readonly onWait?: (() => void) | undefined;
  readonly file?: string;
}

/**
 * Waits until no other process builds, and lets none begin until the result is called: two at once take each other's
 * files away. The lock is an exclusive transaction, which the system ends with the process that holds it.
 */
export async function holdBuilds({ signal, onWait, file = lockFile }: Turn = {}): Promise<
  () => void
> {
  mkdirSync(path.dirname(file), { recursive: true });
  const lock = new DatabaseSync(file, { timeout: 0 });
  const deadline = Date.now() + patience;
  if (!tryToHold(lock)) {
    onWait?.();
    while (signal?.aborted !== true && Date.now() < deadline && !tryToHold(lock)) {
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
