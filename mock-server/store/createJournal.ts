/** A record that a decision wrote or deleted: the collection it is in, and its id. */
export interface Written {
  readonly kind: string;
  readonly id: string;
}

/** Makes a run of changes one decision: when it throws, everything it wrote is undone. */
export interface Journal {
  transact<T>(work: () => T): T;
  /** Called by whoever writes: what was written, and how to undo it. */
  record(undo: () => void, written: Written): void;
  /** The same for what is no record. Outside of a decision it stands as it is. */
  undoable(undo: () => void): void;
}

interface Entry {
  readonly undo: () => void;
  readonly written?: Written;
}

const writtenBy = (entries: readonly Entry[]): Written[] =>
  entries.flatMap(({ written }) => written ?? []);

/**
 * `onCommit` hears of every decision that stands and wrote something, once it does. `save` makes a decision last, before
 * anybody hears of it; when it throws, the decision has failed.
 */
export function createJournal(
  onCommit?: (written: readonly Written[]) => void,
  save?: (written: readonly Written[]) => void,
): Journal {
  let entries: Entry[] | undefined;

  return {
    transact(work) {
      const outer = entries;
      const own: Entry[] = [];
      entries = own;
      let result;
      try {
        result = work();
        // Inside another decision: what this one wrote is undone with it.
        if (outer) outer.push(...own);
        else save?.(writtenBy(own));
      } catch (error) {
        for (const { undo } of own.reverse()) undo();
        throw error;
      } finally {
        entries = outer;
      }
      const written = outer ? [] : writtenBy(own);
      if (written.length > 0) onCommit?.(written);
      return result;
    },
    record(undo, written) {
      if (!entries) throw new Error('Writing needs a transaction.');
      entries.push({ undo, written });
    },
    undoable(undo) {
      entries?.push({ undo });
    },
  };
}
