import type { Written } from './createJournal.ts';
import type { Change } from '../Persistence.ts';
import type { AccountRecords } from '../records/AccountRecords.ts';

/** Hands what a decision changed to the persistence, all of it at once. */
export interface Keeper {
  /** Something besides the records has changed. It is written with the decision that it is part of, or the next one. */
  note(kind: string, id: string, value: unknown): void;
  save(written: readonly Written[]): void;
}

export function createKeeper(
  records: AccountRecords,
  save: (changes: readonly Change[]) => void,
): Keeper {
  const noted = new Map<string, Change>();

  return {
    note(kind, id, value) {
      noted.set(`${kind} ${id}`, { kind, id, value });
    },
    save(written) {
      const changes = new Map(noted);
      // When they cannot be written, their decision has failed, and they with it.
      noted.clear();
      for (const { kind, id } of written) {
        const value: unknown = records[kind as keyof AccountRecords].get(id);
        changes.set(`${kind} ${id}`, { kind, id, value });
      }
      if (changes.size > 0) save([...changes.values()]);
    },
  };
}
