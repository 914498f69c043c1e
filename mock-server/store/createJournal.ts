/** Makes a run of changes one decision: when it throws, everything it wrote is undone. */
export interface Journal {
  transact<T>(work: () => T): T;
  /** Called by whoever writes: how to undo what was just written. */
  record(undo: () => void): void;
}

export function createJournal(): Journal {
  let undos: (() => void)[] | undefined;

  return {
    transact(work) {
      const outer = undos;
      const written: (() => void)[] = [];
      undos = written;
      try {
        const result = work();
        // Inside another decision: what this one wrote is undone with it.
        outer?.push(...written);
        return result;
      } catch (error) {
        for (const undo of written.reverse()) undo();
        throw error;
      } finally {
        undos = outer;
      }
    },
    record(undo) {
      if (!undos) throw new Error('Writing needs a transaction.');
      undos.push(undo);
    },
  };
}
