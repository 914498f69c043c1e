import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { writeId } from '../store/writeId.ts';

/** Gives a record of a file an id, which is the same at each start as long as it is written the same. */
export type Namer = (prefix: string, record: object) => string;

/** For one list: of two records that are the same there are two. */
export function createNamer(): Namer {
  const times = new Map<string, number>();
  return (prefix, record) => {
    const text = `${prefix} ${JSON.stringify(record)}`;
    const nth = (times.get(text) ?? 0) + 1;
    times.set(text, nth);
    return writeId(prefix, sha256(utf8ToBytes(`${text} ${String(nth)}`)).slice(0, 16));
  };
}
