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
}

/** How a decision left a record: told of or not, and what it was before it was written since. */
interface Standing {
  readonly isTold: boolean;
  readonly since?: { readonly before: unknown } | undefined;
}

/** What a decision has done so far. */
interface Decision {
  readonly entries: Entry[];
  readonly standings: Map<string, Standing>;
}

const begin = (): Decision => ({ entries: [], standings: new Map() });

const keyOf = ({ kind, id }: Written): string => `${kind} ${id}`;

function noteWritten({ standings }: Decision, written: Written, before: unknown): void {
  const key = keyOf(written);
  const { isTold = false, since = { before } } = standings.get(key) ?? {};
  standings.set(key, { isTold, since });
}

/** What it was before the first time that it was written since it was told of. */
function noteTold({ standings }: Decision, told: Written): unknown {
  const key = keyOf(told);
  const before = standings.get(key)?.since?.before;
  standings.set(key, { isTold: true });
  return before;
}

/** What a decision did stands with the one that it is in, and is undone with it. */
function addTo(outer: Decision, inner: Decision): void {
  for (const entry of inner.entries) outer.entries.push(entry);
  for (const [key, standing] of inner.standings) {
    const was = standing.isTold ? undefined : outer.standings.get(key);
    outer.standings.set(key, { ...standing, ...was, since: was?.since ?? standing.since });
  }
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
  let decision: Decision | undefined;

  return {
    transact(work) {
      const outer = decision;
      const own = begin();
      decision = own;
      let result;
      try {
        result = work();
        if (outer) addTo(outer, own);
        else save?.(writtenBy(own.entries));
      } catch (error) {
        for (const { undo } of own.entries.reverse()) undo();
        throw error;
      } finally {
        decision = outer;
      }
      const written = outer ? [] : writtenBy(own.entries);
      if (written.length > 0) onCommit?.(written);
      return result;
    },
    record(undo, written, before) {
      if (!decision) throw new Error('Writing needs a transaction.');
      decision.entries.push({ undo, written });
      noteWritten(decision, written, before);
    },
    tell: (told) => decision && noteTold(decision, told),
    undoable(undo) {
      decision?.entries.push({ undo });
    },
  };
}
