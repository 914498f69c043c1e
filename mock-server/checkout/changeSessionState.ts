import {
  nextSessionState,
  type SessionEvent,
  type SessionState,
} from '../domain/sessions/nextSessionState.ts';
import { Problem } from '../domain/requests/Problem.ts';
import type { Account } from '../store/createAccount.ts';
import type { SessionRecord } from '../store/records/SessionRecord.ts';
import { announceSession } from './announceSession.ts';

/** Why a session in this state cannot do what was asked. `expiredStatus` is 410 where only the shopper asks. */
export function sessionStateProblem(state: SessionState, expiredStatus: 409 | 410 = 409): Problem {
  if (state === 'completed') {
    return new Problem(409, 'session_completed', 'This checkout session is already completed.');
  }
  if (state === 'expired') {
    return new Problem(
      expiredStatus,
      'session_expired',
      'This checkout session has expired. Create a new one.',
    );
  }
  return new Problem(
    409,
    'session_processing',
    'This checkout session is being paid right now. Wait until that payment has ended.',
  );
}

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
  const changed = account.records.sessions.put({ ...session, ...changes, state, updated_at: now });
  if (state === 'completed' || state === 'expired') {
    announceSession(account, `checkout_session.${state}`, {
      session: changed,
      before: session,
      now,
    });
  }
  return changed;
}
