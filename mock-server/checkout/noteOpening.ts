import type { Account } from '../store/createAccount.ts';
import type { SessionRecord } from '../store/records/SessionRecord.ts';

/** Remembers when the hosted page first read its session. Nothing that the merchant is told of has changed by it. */
export function noteOpening(
  account: Account,
  session: SessionRecord,
  requestId: string,
  now: number,
): void {
  if (session.opened) return;
  account.records.sessions.put({ ...session, opened: { at: now, request_id: requestId } });
}
