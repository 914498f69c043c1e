import type { Persistence } from '../store/Persistence.ts';
import type { Worlds } from './createWorlds.ts';

/** The file that everything is kept in, from when it is opened until it is closed. */
export interface DataFile {
  /** Brings back what is in it, the first time. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export function createDataFile(name: string | undefined, worlds: Worlds): DataFile {
  let kept: Promise<Persistence> | undefined;

  async function keep(file: string): Promise<Persistence> {
    const { openDataFile } = await import('../store/persistence/openDataFile.ts');
    const persistence = openDataFile(file);
    try {
      worlds.keepIn(persistence);
      return persistence;
    } catch (error) {
      worlds.store.leave();
      persistence.close();
      throw error;
    }
  }

  return {
    async open(): Promise<void> {
      if (name === undefined) return;
      kept ??= keep(name);
      try {
        await kept;
      } catch (error) {
        kept = undefined;
        throw error;
      }
    },
    async close(): Promise<void> {
      const persistence = await kept;
      kept = undefined;
      if (persistence) worlds.store.leave();
      persistence?.close();
    },
  };
}
