import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flowFixture, type FlowFixture } from '../../fixtures/flowFixture.ts';
import { sessionFixture } from '../../fixtures/sessionFixture.ts';
import type { PageState } from '../../state/PageState.ts';
import { finishCompleted } from './finish.ts';
import { leaveCheckout } from './leaveCheckout.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hasFocus: () => false });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page whose payment is under way; it stands alone when `alone` says so. */
function paying(surface: PageState['surface'], alone: () => boolean): FlowFixture {
  const fixture = flowFixture({}, { state: { surface, phase: { name: 'paying' } } });
  Object.assign(fixture.flow, { alone });
  return fixture;
}

test('a window goes to the merchant as soon as the page that opened it is gone', () => {
  let alone = false;
  const { flow, gone } = paying('page', () => alone);
  const session = sessionFixture({ state: 'completed' });
  finishCompleted(flow, session);
  vi.advanceTimersByTime(3000);
  expect(gone).toEqual([]);
  alone = true;
  vi.advanceTimersByTime(3000);
  expect(gone).toEqual([session.success_url]);
  vi.advanceTimersByTime(60_000);
  expect(gone).toHaveLength(1);
});

test('a window that a silent page leaves open goes there within a quarter of a minute', () => {
  const { flow, gone, sent } = paying('page', () => false);
  const session = sessionFixture({ state: 'completed' });
  finishCompleted(flow, session);
  vi.advanceTimersByTime(12_000);
  expect([gone, sent.map(({ t }) => t)]).toEqual([[], ['h:completed', 'h:return']]);
  vi.advanceTimersByTime(3000);
  expect(gone).toEqual([session.success_url]);
  vi.advanceTimersByTime(60_000);
  expect(gone).toHaveLength(1);
});

test('a frame never goes there itself', () => {
  const { flow, gone, sent } = paying('inline', () => false);
  finishCompleted(flow, sessionFixture({ state: 'completed' }));
  leaveCheckout(flow);
  vi.advanceTimersByTime(600_000);
  expect(gone).toEqual([]);
  expect(sent.map(({ t }) => t)).toEqual(['h:completed', 'h:return']);
});

test('asked to go on, a window that nobody closes goes by itself', () => {
  const { flow, gone, sent } = paying('page', () => false);
  const session = sessionFixture({ state: 'completed' });
  finishCompleted(flow, session);
  leaveCheckout(flow);
  expect([gone, sent.at(-1)]).toEqual([[], { t: 'h:return' }]);
  vi.advanceTimersByTime(3000);
  expect(gone).toEqual([session.success_url]);
});

test.each([
  ['setup', { brand: 'Visa', last4: '4242', expires: '04/29' }],
  ['payment', { brand: 'Visa', last4: '4242' }],
] as const)('of a card is kept what the receipt of a %s says', (mode, paidWith) => {
  const session = sessionFixture({ mode });
  const { flow, state } = flowFixture({}, { session, state: { phase: { name: 'paying' } } });
  finishCompleted(flow, { ...session, state: 'completed' });
  expect(state().phase).toEqual({ name: 'completed', paidWith, insteadOf: undefined });
});
