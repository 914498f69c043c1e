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
  values(): IterableIterator<T>;
  /** Newest first. `total` counts every match, not just this page. */
  page(query: PageQuery<T>): { readonly data: readonly T[]; readonly total: number };
}

interface PageQuery<T> {
  readonly limit: number;
  readonly offset: number;
  readonly matches?: (record: T) => boolean;
}

/** Walks back from the newest. Without a filter it stops at the end of the page. */
function page<T extends Identified>(
  records: ReadonlyMap<string, T>,
  order: readonly string[],
  { limit, offset, matches }: PageQuery<T>,
) {
  const data: T[] = [];
  let total = 0;
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const record = records.get(order[index] ?? '');
    if (!record || (matches && !matches(record))) continue;
    if (total >= offset && data.length < limit) data.push(record);
    total += 1;
    if (!matches && data.length === limit) return { data, total: records.size };
  }
  return { data, total };
}

export function createCollection<T extends Identified>(
  journal: Journal,
  keyOf: (record: T) => string = ({ id }) => id,
): Collection<T> {
  const records = new Map<string, T>();
  const byKey = new Map<string, T>();
  const order: string[] = [];

  function replace(old: T | undefined, record: T | undefined): void {
    if (old) byKey.delete(keyOf(old));
    if (!record) return;
    byKey.set(keyOf(record), record);
    records.set(record.id, record);
  }

  return {
    get size() {
      return records.size;
    },
    get: (id) => records.get(id),
    byKey: (key) => byKey.get(key),
    put(record) {
      const before = records.get(record.id);
      if (!before) order.push(record.id);
      replace(before, record);
      journal.record(() => {
        replace(record, before);
        if (before) return;
        records.delete(record.id);
        order.pop();
      });
      return record;
    },
    values: () => records.values(),
    page: (query) => page(records, order, query),
  };
}
