import type { Account } from '../store/createAccount.ts';
import type { SessionRecord } from '../store/records/SessionRecord.ts';

/** Whether any session answers to `matches`. Walks all of them: only a deletion asks. */
export function someSession(
  account: Account,
  matches: (session: SessionRecord) => boolean,
): boolean {
  for (const session of account.records.sessions.values()) if (matches(session)) return true;
  return false;
}

/** Every order of a session: its own, and those of its cascade tiers. */
export function ordersOf(session: SessionRecord) {
  const { first_order: first, processor_route_id } = session;
  return [
    session,
    ...(first ? [{ ...first, processor_route_id }] : []),
    ...(session.cascade_tiers ?? []),
  ];
}
