// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { replyFixture } from '../../fixtures/flowFixture.ts';
import { screenFixture } from '../../fixtures/screenFixture.ts';
import { sessionFixture } from '../../fixtures/sessionFixture.ts';
import { followSession } from './followSession.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const answer = (state: 'open' | 'processing' | 'completed' | 'expired') =>
  replyFixture(200, { ...sessionFixture({ state }) });

const follow = async (...answers: ReturnType<typeof answer>[]) => {
  const fixture = screenFixture({ readSession: answers });
  fixture.flow.store.enter({ name: 'elsewhere' });
  void followSession(fixture.flow, false);
  await vi.advanceTimersByTimeAsync(60_000);
  return fixture;
};

test('an order that the other window gave up can be paid here, and who uses the keyboard goes on there', async () => {
  const { state, find } = await follow(replyFixture(0), answer('processing'), answer('open'));
  expect(state().phase.name).toBe('form');
  expect(state().values.securityCode).toBe('');
  expect(document.activeElement).toBe(find('pay'));
});

test.each([
  ['completed', { name: 'done', followed: true }],
  ['expired', { name: 'expired' }],
] as const)('an order that is %s in the other window ends here too', async (name, phase) => {
  const { state, calls } = await follow(answer('processing'), answer(name));
  expect(state().phase).toEqual(phase);
  expect(calls).toHaveLength(2);
});

test('an order that was paid while it could not be read is not said to be paid in another window by one that had the page before', async () => {
  const entry = { type: 'reload' } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  const { state } = await follow(replyFixture(0), answer('completed'));
  expect(state().phase).toEqual({ name: 'done', followed: false });
});
