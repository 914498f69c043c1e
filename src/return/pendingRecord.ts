import type { Platform } from '../platform/Platform.ts';

/** What this tab remembers of the checkout it has left for, or come back from. */
export interface PendingRecord {
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  readonly host?: string | undefined;
  /** Gone once the checkout has ended. */
  readonly token?: string;
  /** The page load that was told "canceled"; nothing of the kind when a later visit has passed since. */
  readonly load?: number | false;
  /** How the checkout ended. What follows is named as in a session, of which this is what is left. */
  readonly state?: 'completed' | 'expired';
  readonly id?: string | undefined;
  /** Where the end was answered. */
  readonly success_url?: string | undefined;
}

/** The record of this tab; an empty one where there is none, where it is too old, or where storage is blocked. */
export function readRecord(platform: Platform): Partial<PendingRecord> {
  try {
    // Without a prototype: a page whose own is polluted would name another session where this one is over.
    const record = {
      __proto__: null,
      ...JSON.parse(platform.sessionStorage.getItem('paymentkit:checkout') as string),
    } as PendingRecord;
    // For a day.
    if (platform.Date.now() - record.at < 86_400_000) return record;
  } catch {
    // Blocked, or nothing that this package wrote.
  }
  return { __proto__: null } as object;
}

/** Keeps a record in place of the last one; without storage nothing is kept. */
export function writeRecord(platform: Platform, record: Omit<PendingRecord, 'at'>): void {
  try {
    platform.sessionStorage.setItem(
      'paymentkit:checkout',
      JSON.stringify({ ...record, at: platform.Date.now() }),
    );
  } catch {
    // Blocked or full: the return is then answered from the address alone.
  }
}
