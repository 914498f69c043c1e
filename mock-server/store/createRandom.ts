import { writeId } from './writeId.ts';

/** Random bytes and ids, drawn from a pool: asking the system for each id costs more than the rest of a request. */
export interface Random {
  bytes(length: number): Uint8Array;
  /** `<prefix>_dev_<16 lower-case alphanumerics>`. Ids name things; they authorise nothing. */
  id(prefix: string): string;
}

const poolSize = 4096;

export function createRandom(): Random {
  const pool = new Uint8Array(poolSize);
  let used = poolSize;

  function bytes(length: number): Uint8Array {
    if (used + length > poolSize) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    const drawn = pool.slice(used, used + length);
    pool.fill(0, used, used + length);
    used += length;
    return drawn;
  }

  return {
    bytes,
    id: (prefix) => writeId(prefix, bytes(16)),
  };
}
