import type { Journal } from './createJournal.ts';

/** Records of one kind. A record is never changed, only replaced: what was handed out stays as it was. */
export interface Collection<T extends { readonly id: string }> {
  readonly size: number;
  get(id: string): T | undefined;
  /** By the second key, which the collection was made with. */
  byKey(key: string): T | undefined;
  put(record: T): T;
  values(): IterableIterator<T>;
  /** Newest first. `total` counts every match, not just this page. */
  page(query: {
    readonly limit: number;
    readonly offset: number;
    readonly matches?: (record: T) => boolean;
  }): { readonly data: readonly T[]; readonly total: number };
}

export function createCollection<T extends { readonly id: string }>(
  journal: Journal,
  keyOf?: (record: T) => string,
): Collection<T> {
  const records = new Map<string, T>();
  const idsByKey = new Map<string, string>();
  const order: string[] = [];

  function undoPut(record: T, before: T | undefined): void {
    if (keyOf) idsByKey.delete(keyOf(record));
    if (before) {
      records.set(before.id, before);
      if (keyOf) idsByKey.set(keyOf(before), before.id);
    } else {
      records.delete(record.id);
      order.pop();
    }
  }

  return {
    get size() {
      return records.size;
    },
    get: (id) => records.get(id),
    byKey(key) {
      const id = idsByKey.get(key);
      return id === undefined ? undefined : records.get(id);
    },
    put(record) {
      const before = records.get(record.id);
      records.set(record.id, record);
      if (!before) order.push(record.id);
      if (keyOf) {
        if (before) idsByKey.delete(keyOf(before));
        idsByKey.set(keyOf(record), record.id);
      }
      journal.record(() => {
        undoPut(record, before);
      });
      return record;
    },
    values: () => records.values(),
    page({ limit, offset, matches }) {
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
    },
  };
}
