import type { SessionState } from '../domain/nextSessionState.ts';
import { Problem } from '../domain/Problem.ts';

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
