import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { atTier } from './atTier.ts';
import { sessionStateProblem } from '../changeSessionState.ts';

/** Brings back the order that a cascade began with: the shopper was asked for another price and prefers another card. */
export function restoreFirstOrder(
  account: Account,
  session: SessionRecord,
  now: number,
): SessionRecord {
  if (session.state !== 'open') throw sessionStateProblem(session.state, 'page');
  if (session.current_tier === 0) return session;
  return account.records.sessions.put({ ...session, ...atTier(session, 0), updated_at: now });
}
