/** A record that a decision wrote or deleted: the collection it is in, and its id. */
export interface Written {
  readonly kind: string;
  readonly id: string;
}

/** Makes a run of changes one decision: when it throws, everything it wrote is undone. */
export interface Journal {
  transact<T>(work: () => T): T;
  /** Called by whoever writes: what was written, how to undo it, and what was there before. */
  record(undo: () => void, written: Written, before?: unknown): void;
  /**
   * Called by whoever tells of a record. Returns what it was when this decision last told of it, or else when it began;
   * nothing when it was not written since.
   */
  tell(written: Written): unknown;
  /** The same for what is no record. Outside of a decision it stands as it is. */
  undoable(undo: () => void): void;
}

interface Entry {
  readonly undo: () => void;
  readonly written?: Written;
  readonly before?: unknown;
  readonly told?: Written;
}

const nothing = (): void => undefined;

const isOf = (one: Written | undefined, { kind, id }: Written): boolean =>
  one?.id === id && one.kind === kind;

/** What a record was before the first time that it was written since it was told of. */
function untoldBefore(entries: readonly Entry[], record: Written): unknown {
  let before: unknown;
  for (const entry of [...entries].reverse()) {
    if (isOf(entry.told, record)) break;
    if (isOf(entry.written, record)) ({ before } = entry);
  }
  return before;
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
    record(undo, written, before) {
      if (!entries) throw new Error('Writing needs a transaction.');
      entries.push({ undo, written, before });
    },
    tell(told) {
      const before = untoldBefore(entries ?? [], told);
      entries?.push({ undo: nothing, told });
      return before;
    },
    undoable(undo) {
      entries?.push({ undo });
    },
  };
}
