import type { Journal } from './createJournal.ts';

interface Identified {
  readonly id: string;
}

/** Records of one kind. A record is never changed, only replaced: what was handed out stays as it was. */
export interface Collection<T extends Identified> {
  readonly size: number;
  get(id: string): T | undefined;
  /** By the second key, which the collection was made with. */
  byKey(key: string): T | undefined;
  put(record: T): T;
  /** What is not there stays so. */
  delete(id: string): void;
  /**
   * Notes that somebody is told of a record. Returns what it was when that was last so, or when the decision began,
   * where it was written since.
   */
  told(id: string): T | undefined;
  /** The oldest first. */
  values(): IterableIterator<T>;
  /** Newest first. `total` counts every match, not just this page. */
  page(query: PageQuery<T>): { readonly data: readonly T[]; readonly total: number };
}

interface PageQuery<T> {
  readonly limit: number;
  readonly offset: number;
  readonly matches?: (record: T) => boolean;
  /** The only ids that can match, the oldest first, where they are known without a walk through all. */
  readonly among?: readonly string[] | undefined;
}

/** Of all there are: only those of the page are looked at. */
function plainPage<T>(
  records: ReadonlyMap<string, T>,
  order: readonly string[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  const end = Math.max(0, order.length - offset);
  const ids = order.slice(Math.max(0, end - limit), end).reverse();
  return { data: ids.flatMap((id) => records.get(id) ?? []), total: records.size };
}

/** Walks back from the newest. */
function page<T extends Identified>(
  records: ReadonlyMap<string, T>,
  order: readonly string[],
  { limit, offset, matches }: Required<Omit<PageQuery<T>, 'among'>>,
) {
  const data: T[] = [];
  let total = 0;
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const record = records.get(order[index] ?? '');
    if (!record || !matches(record)) continue;
    if (total >= offset && data.length < limit) data.push(record);
    total += 1;
  }
  return { data, total };
}

/** In order of creation, which a change, and a deletion that is undone, must not touch. */
function* inOrder<T>(records: ReadonlyMap<string, T>, order: readonly string[]) {
  for (const id of order) {
    const record = records.get(id);
    if (record) yield record;
  }
}

/** Records with their second key, where they have one. */
function createTable<T extends Identified>(keyOf: ((record: T) => string) | undefined) {
  const records = new Map<string, T>();
  if (!keyOf) {
    const replace = (old: T | undefined, record: T | undefined): void => {
      if (record) records.set(record.id, record);
      else if (old) records.delete(old.id);
    };
    return { records, byKey: records, replace };
  }
  const byKey = new Map<string, T>();
  return {
    records,
    byKey,
    /** Takes one record out, puts one in, or both. */
    replace(old: T | undefined, record: T | undefined): void {
      const key = record && keyOf(record);
      if (old && keyOf(old) !== key) byKey.delete(keyOf(old));
      if (old && !record) records.delete(old.id);
      if (!record || key === undefined) return;
      byKey.set(key, record);
      records.set(record.id, record);
    },
  };
}

/** What changes a collection. The journal is told how to undo each change. */
function createWriter<T extends Identified>(
  table: ReturnType<typeof createTable<T>>,
  order: string[],
  record: (undo: () => void, id: string, before: T | undefined) => void,
): Pick<Collection<T>, 'put' | 'delete'> {
  return {
    put(written) {
      const { id } = written;
      const before = table.records.get(id);
      if (!before) order.push(id);
      table.replace(before, written);
      record(
        () => {
          table.replace(written, before);
          if (!before) order.pop();
        },
        id,
        before,
      );
      return written;
    },
    delete(id) {
      const before = table.records.get(id);
      if (!before) return;
      const place = order.lastIndexOf(id);
      order.splice(place, 1);
      table.replace(before, undefined);
      record(
        () => {
          order.splice(place, 0, id);
          table.replace(undefined, before);
        },
        id,
        before,
      );
    },
  };
}

/** `kind` names the collection where the journal speaks of what was written. */
export function createCollection<T extends Identified>(
  journal: Journal,
  kind: string,
  keyOf?: (record: T) => string,
): Collection<T> {
  const table = createTable(keyOf);
  const { records, byKey } = table;
  const order: string[] = [];
  const writer = createWriter(table, order, (undo, id, before) => {
    journal.record(undo, { kind, id }, before);
  });

  return {
    get size() {
      return records.size;
    },
    get: (id) => records.get(id),
    byKey: (key) => byKey.get(key),
    ...writer,
    told: (id) => journal.tell({ kind, id }) as T | undefined,
    values: () => inOrder(records, order),
    page(query) {
      const { matches, among } = query;
      if (!matches && !among) return plainPage(records, order, query);
      return page(records, among ?? order, { ...query, matches: matches ?? (() => true) });
    },
  };
}
