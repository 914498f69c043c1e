import type { Platform } from '../platform/Platform.ts';

const key = 'paymentkit:checkout';
const lifetime = 24 * 60 * 60 * 1000;

/** What this tab remembers of the checkout it has left for, or come back from. */
export interface PendingRecord {
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  readonly host?: string | undefined;
  /** Gone once the checkout has ended. */
  readonly token?: string;
  /** The page load that was told "canceled"; 0 when a later visit has passed since. */
  readonly load?: number;
  /** How the checkout ended, of which session, and on which page that was answered. */
  readonly outcome?: 'completed' | 'expired';
  readonly id?: string;
  readonly page?: string;
}

/** The record of this tab, if there is one that is not too old. Storage may be blocked: then there is none. */
export function readRecord(platform: Platform): PendingRecord | undefined {
  try {
    const record = JSON.parse(String(platform.sessionStorage.getItem(key))) as PendingRecord;
    if (platform.Date.now() - record.at < lifetime) return record;
  } catch {
    // Blocked, or nothing that this package wrote.
  }
  return undefined;
}

/** Keeps a record in place of the last one; without storage nothing is kept. */
export function writeRecord(platform: Platform, record: Omit<PendingRecord, 'at'>): void {
  try {
    const text = JSON.stringify({ ...record, at: platform.Date.now() });
    platform.sessionStorage.setItem(key, text);
  } catch {
    // Blocked or full: the return is then answered from the address alone.
  }
}
