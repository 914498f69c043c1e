// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flowFixture, replyFixture } from '../../fixtures/flowFixture.ts';
import { sessionFixture } from '../../fixtures/sessionFixture.ts';
import { lookAgain } from './lookAgain.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const open = replyFixture(200, { ...sessionFixture() });
const paid = sessionFixture({ state: 'completed' });

const look = (...answers: ReturnType<typeof replyFixture>[]) => {
  const fixture = flowFixture({ readSession: answers });
  const showClosed = vi.fn(() => {
    fixture.flow.store.enter({ name: 'done', followed: false });
  });
  void lookAgain(fixture.flow, showClosed);
  return { ...fixture, showClosed };
};

test('a form that was loaded anew learns of a payment that came later than it, whatever is lost in between', async () => {
  const { showClosed, calls } = look(open, replyFixture(0), replyFixture(200, { ...paid }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(showClosed.mock.calls).toEqual([[paid]]);
  expect(calls).toHaveLength(3);
});

test('a session that stays open is asked for five times, within 25 seconds', async () => {
  const { calls, showClosed } = look(open);
  await vi.advanceTimersByTimeAsync(25_000);
  expect(calls).toHaveLength(5);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(calls).toHaveLength(5);
  expect(showClosed).not.toHaveBeenCalled();
});

test('an answer that comes after Pay was pressed again is for Pay to find out', async () => {
  const { flow, showClosed } = look(replyFixture(200, { ...paid }));
  vi.spyOn(flow.api, 'readSession').mockImplementation(() => {
    flow.store.enter({ name: 'paying' });
    return Promise.resolve(replyFixture(200, { ...paid }));
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(showClosed).not.toHaveBeenCalled();
});

test('a form that comes only after a second try to read the session learns of it as well', async () => {
  const fixture = flowFixture(
    { readSession: [replyFixture(200, { ...paid })] },
    { state: { phase: { name: 'failed', code: 'network', retrying: true } } },
  );
  const showClosed = vi.fn();
  void lookAgain(fixture.flow, showClosed);
  await vi.advanceTimersByTimeAsync(5000);
  expect(fixture.calls).toHaveLength(0);
  fixture.flow.store.enter({ name: 'form' });
  await vi.advanceTimersByTimeAsync(2000);
  expect(showClosed).toHaveBeenCalledWith(paid);
});
