import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { day } from '../domain/time/day.ts';

/** An answer as it was given, ready to be given again. */
export interface KeptAnswer {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
}

/** What is remembered of the first request of a scope, until a time on the account's clock. */
export interface Kept {
  readonly mac: string;
  readonly answer: KeptAnswer;
  readonly until: number;
}

/**
 * What became of requests that carried an `Idempotency-Key`. A scope is the key with the account or session, method and
 * path.
 */
export interface IdempotencyKeys {
  /** Marks the first request of a scope as running. `false` when one already is. */
  begin(scope: string): boolean;
  end(scope: string): void;
  recall(scope: string, body: Uint8Array, now: number): KeptAnswer | 'other_body' | undefined;
  keep(scope: string, body: Uint8Array, answer: KeptAnswer, now: number): void;
  /** Takes back what was kept of a decision that did not come to stand. */
  drop(scope: string): void;
  restore(scope: string, kept: Kept): void;
}

const macOf = (key: Uint8Array, body: Uint8Array): string => bytesToHex(hmac(sha256, key, body));

/** Bodies hold card numbers, so only an HMAC of them is kept, under a key that nobody else has. */
export function createIdempotencyKeys(
  key: Uint8Array,
  /** Hears what is kept and what is forgotten. */
  onChange?: (scope: string, kept: Kept | undefined) => void,
): IdempotencyKeys {
  const running = new Set<string>();
  const kept = new Map<string, Kept>();

  function drop(scope: string): void {
    if (kept.delete(scope)) onChange?.(scope, undefined);
  }

  function forgetOld(now: number): void {
    for (const [scope, { until }] of kept) {
      if (until > now) return;
      drop(scope);
    }
  }

  return {
    begin(scope) {
      const { size } = running;
      return running.add(scope).size > size;
    },
    end(scope) {
      running.delete(scope);
    },
    recall(scope, body, now) {
      forgetOld(now);
      const found = kept.get(scope);
      // One that is older may stand behind one that is not: a file has a key that was used again where it was first.
      if (!found || found.until <= now) return undefined;
      return found.mac === macOf(key, body) ? found.answer : 'other_body';
    },
    keep(scope, body, answer, now) {
      const entry = { mac: macOf(key, body), answer, until: now + day };
      kept.set(scope, entry);
      onChange?.(scope, entry);
    },
    drop,
    restore(scope, entry) {
      kept.set(scope, entry);
    },
  };
}
