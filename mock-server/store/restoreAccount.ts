import type { AccountTask } from './AccountTask.ts';
import type { ClockState } from './time/createClock.ts';
import type { Collection } from './decisions/createCollection.ts';
import type { Due, DueQueue } from './time/createDueQueue.ts';
import type { IdempotencyKeys, Kept } from './createIdempotencyKeys.ts';
import type { Change } from './Persistence.ts';
import type { AccountRecords } from './records/AccountRecords.ts';

/** What an account is born with and keeps. */
export interface Birth {
  readonly created_at: number;
  /** What bodies of requests are remembered under, in hexadecimal digits. */
  readonly key: string;
}

/** What has to be known of a saved account before it can be made. */
export function readBirth(changes: readonly Change[]): {
  readonly birth: Birth | undefined;
  readonly clock: ClockState | undefined;
} {
  const find = (wanted: string): unknown => changes.find(({ kind }) => kind === wanted)?.value;
  return {
    birth: find('birth') as Birth | undefined,
    clock: find('clock') as ClockState | undefined,
  };
}

interface Restored {
  readonly records: AccountRecords;
  readonly due: DueQueue<AccountTask>;
  readonly idempotency: IdempotencyKeys;
}

/** What was on its way when the process ended is sent again: better twice than not at all. */
function sendAgain({ records, due }: Restored, waiting: ReadonlySet<string>): void {
  for (const { id, state, due_at: at } of records.deliveries.values()) {
    if (state === 'pending' && !waiting.has(id)) due.add({ at, kind: 'webhook.deliver', id });
  }
}

/** Puts everything that was saved back in its place. */
export function restoreAccount(changes: readonly Change[], account: Restored): void {
  const waiting = new Set<string>();
  for (const { kind, id, value } of changes) {
    if (kind === 'due') {
      const due = value as Due<AccountTask>;
      waiting.add(due.id);
      account.due.restore(Number(id), due);
    } else if (kind === 'kept') {
      account.idempotency.restore(id, value as Kept);
    } else if (kind in account.records) {
      const collection = account.records[kind as keyof AccountRecords];
      (collection as Collection<{ id: string }>).put(value as { id: string });
    }
  }
  sendAgain(account, waiting);
}
