import { nextSessionState, type SessionEvent } from '../domain/nextSessionState.ts';
import type { Account } from '../store/createAccount.ts';
import { sessionStateProblem } from './sessionStateProblem.ts';
import type { SessionRecord } from './SessionRecord.ts';

/** Takes a session through an event of the state table, with what changes along; refuses what the table does not have. */
export function changeSessionState(
  account: Account,
  session: SessionRecord,
  event: SessionEvent,
  now: number,
  changes: Partial<SessionRecord> = {},
): SessionRecord {
  const state = nextSessionState(session.state, event, now >= session.expires_at);
  if (!state) throw sessionStateProblem(session.state);
  return account.records.sessions.put({ ...session, ...changes, state, updated_at: now });
}
