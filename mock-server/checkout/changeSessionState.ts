import {
  nextSessionState,
  type SessionEvent,
  type SessionState,
} from '../domain/sessions/nextSessionState.ts';
import { Problem } from '../domain/requests/Problem.ts';
import type { Account } from '../store/createAccount.ts';
import type { SessionRecord } from '../store/records/SessionRecord.ts';
import { announceSession } from './showing/announceSession.ts';

const refusals = {
  completed: ['session_completed', 'This checkout session is already completed.'],
  expired: ['session_expired', 'This checkout session has expired. Create a new one.'],
  processing: [
    'session_processing',
    'This checkout session is being paid right now. Wait until that payment has ended.',
  ],
} as const;

/**
 * Why a session in this state cannot do what was asked: by the merchant's server, by the shopper's page, or by a payment,
 * whose sender has to know that this one took nothing.
 */
export function sessionStateProblem(
  state: Exclude<SessionState, 'open'>,
  asker: 'server' | 'page' | 'payment' = 'server',
): Problem {
  const [code, detail] = refusals[state];
  const status = state === 'expired' && asker !== 'server' ? 410 : 409;
  const effect = asker === 'payment' ? ' This payment charged nothing.' : '';
  return new Problem(status, code, detail + effect);
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
  if (!state) {
    if (session.state === 'open') throw new Error('Nothing is being paid that could end.');
    throw sessionStateProblem(session.state);
  }
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
