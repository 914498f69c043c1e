import { changedMembers } from '../../domain/webhooks/changedMembers.ts';
import type { Account } from '../../store/createAccount.ts';
import { recordEvent } from '../../store/recordEvent.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { toCheckoutSession } from './toCheckoutSession.ts';

/** Tells of a session that came to be, or that ended and was something else `before`. */
export function announceSession(
  account: Account,
  type: 'checkout_session.created' | 'checkout_session.completed' | 'checkout_session.expired',
  change: {
    readonly session: SessionRecord;
    readonly before?: SessionRecord;
    readonly now: number;
  },
): void {
  const { session, before, now } = change;
  const view = (record: SessionRecord) =>
    toCheckoutSession(account, record, { customFields: true });
  const after = view(session);
  const since = account.records.sessions.told(session.id) ?? before;
  const changed = before && since && changedMembers(view(since), after);
  recordEvent(account, now, type, after, changed);
}
