/** Something that happens to a record at a time on the account's clock. */
export interface Due<Kind extends string = string> {
  readonly at: number;
  readonly kind: Kind;
  readonly id: string;
}

/** What is to happen later, given out in order of time and, at the same time, of creation. */
export interface DueQueue<Kind extends string> {
  readonly size: number;
  readonly next: number | undefined;
  add(due: Due<Kind>): void;
  /** Removes and returns the first thing due at `now` or before. */
  take(now: number): Due<Kind> | undefined;
  /** Puts back what was taken last, in its place: it was not done. */
  untake(): void;
  /** What is to come, in the order of `take`, which is left where it is. */
  ahead(): Iterable<Due<Kind>>;
  /** Puts back what was once added, under the number that it had. */
  restore(number: number, due: Due<Kind>): void;
}

interface Entry<Kind extends string> {
  readonly due: Due<Kind>;
  readonly order: number;
}

const isBefore = (a: Entry<string>, b: Entry<string>): boolean =>
  a.due.at < b.due.at || (a.due.at === b.due.at && a.order < b.order);

/** Puts an entry at the end of a binary heap and lets it rise to its place. */
function push<Kind extends string>(heap: Entry<Kind>[], entry: Entry<Kind>): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above];
    if (!parent || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = entry;
}

/** Takes the first entry out; the last one takes its place and sinks to where it belongs. */
function pop<Kind extends string>(heap: Entry<Kind>[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const left = heap[2 * index + 1];
    const right = heap[2 * index + 2];
    const first = left && right && isBefore(right, left) ? right : left;
    if (!first || !isBefore(first, last)) break;
    heap[index] = first;
    index = first === left ? 2 * index + 1 : 2 * index + 2;
  }
  heap[index] = last;
}

/** Takes an entry out, wherever it is. Only what was refused asks. */
function remove<Kind extends string>(heap: Entry<Kind>[], entry: Entry<Kind>): void {
  const others = heap.filter((other) => other !== entry);
  heap.length = 0;
  for (const other of others) push(heap, other);
}

/** The entries of a heap in order: next is always one of those below what was given already. */
function* walk<Kind extends string>(heap: readonly Entry<Kind>[]): Iterable<Due<Kind>> {
  const reached = heap.length > 0 ? [0] : [];
  const isNearer = (one: number, other: number): boolean => {
    const [a, b] = [heap[one], heap[other]];
    return a !== undefined && b !== undefined && isBefore(a, b);
  };
  while (reached.length > 0) {
    const index = reached.reduce((best, other) => (isNearer(other, best) ? other : best));
    const entry = heap[index];
    if (!entry) return;
    const below = [2 * index + 1, 2 * index + 2].filter((child) => child < heap.length);
    reached.splice(reached.indexOf(index), 1, ...below);
    yield entry.due;
  }
}

/** Takes entries out in order, and puts the last one back. */
function createTaker<Kind extends string>(
  heap: Entry<Kind>[],
  onChange?: (number: number, due: Due<Kind> | undefined) => void,
): Pick<DueQueue<Kind>, 'take' | 'untake'> {
  let taken: Entry<Kind> | undefined;
  return {
    take(now) {
      const first = heap[0];
      if (!first || first.due.at > now) return undefined;
      pop(heap);
      onChange?.(first.order, undefined);
      taken = first;
      return first.due;
    },
    untake() {
      if (!taken) return;
      push(heap, taken);
      onChange?.(taken.order, taken.due);
      taken = undefined;
    },
  };
}

/** A heap, because each session has a time to expire at, and there may be a hundred thousand of them. */
export function createDueQueue<Kind extends string>(
  /** Hears what is added, and of each number that is taken. */
  onChange?: (number: number, due: Due<Kind> | undefined) => void,
  /** Is given how to take back what was just added. */
  onAdd?: (undo: () => void) => void,
): DueQueue<Kind> {
  const heap: Entry<Kind>[] = [];
  let count = 0;

  return {
    get size() {
      return heap.length;
    },
    get next() {
      return heap[0]?.due.at;
    },
    ahead: () => walk(heap),
    add(due) {
      count += 1;
      const entry = { due, order: count };
      push(heap, entry);
      onChange?.(entry.order, due);
      onAdd?.(() => {
        remove(heap, entry);
        onChange?.(entry.order, undefined);
      });
    },
    ...createTaker(heap, onChange),
    restore(number, due) {
      count = Math.max(count, number);
      push(heap, { due, order: number });
    },
  };
}
