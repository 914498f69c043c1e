export type SessionState = 'open' | 'processing' | 'completed' | 'expired';

/** `give_back` ends an attempt that took no money; `complete` needs no charge (zero total, setup, out of band). */
export type SessionEvent = 'start_payment' | 'succeed' | 'give_back' | 'complete' | 'expire';

const transitions: Readonly<
  Record<SessionState, Readonly<Partial<Record<SessionEvent, SessionState>>>>
> = {
  open: { start_payment: 'processing', complete: 'completed', expire: 'expired' },
  processing: { succeed: 'completed', give_back: 'open' },
  completed: {},
  expired: {},
};

/**
 * The state after an event, or `undefined` when the event has no place in this state. A payment that has started wins
 * over expiry: `processing` does not expire. What it gives back after its time is expired in the same decision.
 */
export function nextSessionState(
  state: SessionState,
  event: SessionEvent,
  overdue: boolean,
): SessionState | undefined {
  const next = transitions[state][event];
  return next === 'open' && overdue ? 'expired' : next;
}
