import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSessionState, type SessionEvent, type SessionState } from './nextSessionState.ts';

const states: SessionState[] = ['open', 'processing', 'completed', 'expired'];
const events: SessionEvent[] = ['start_payment', 'succeed', 'give_back', 'complete', 'expire'];

test('the table has these changes and no other', () => {
  const changes = states.flatMap((state) =>
    events.flatMap((event) => {
      const next = nextSessionState(state, event, false);
      return next ? [`${state} ${event} ${next}`] : [];
    }),
  );
  expect(changes).toEqual([
    'open start_payment processing',
    'open complete completed',
    'open expire expired',
    'processing succeed completed',
    'processing give_back open',
  ]);
});

test('what is given back too late is expired at once', () => {
  expect(nextSessionState('processing', 'give_back', true)).toBe('expired');
});

test('a payment that has started wins over expiry', () => {
  expect(nextSessionState('processing', 'expire', true)).toBeUndefined();
  expect(nextSessionState('processing', 'succeed', true)).toBe('completed');
});

test('whatever happens in whatever order, a session ends at most once', () => {
  const history = fc.array(fc.record({ event: fc.constantFrom(...events), overdue: fc.boolean() }));
  fc.assert(
    fc.property(history, (steps) => {
      let state: SessionState = 'open';
      const ends = [];
      for (const { event, overdue } of steps) {
        const next = nextSessionState(state, event, overdue);
        if (!next) continue;
        state = next;
        if (state === 'completed' || state === 'expired') ends.push(state);
      }
      expect(ends.length).toBeLessThanOrEqual(1);
    }),
  );
});
