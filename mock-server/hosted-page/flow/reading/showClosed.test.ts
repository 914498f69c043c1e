// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { flowFixture, replyFixture } from '../../fixtures/flowFixture.ts';
import { sessionFixture } from '../../fixtures/sessionFixture.ts';
import type { Payment } from '../payment/createPayment.ts';
import { showClosed } from './showClosed.ts';

const url = 'http://127.0.0.1/checkout/challenge/x';
const beingPaid = (asks: boolean) =>
  sessionFixture({
    state: 'processing',
    payment: {
      id: 'pi_1',
      status: asks ? 'requires_action' : 'processing',
      next_action: asks ? { type: 'three_d_secure', url } : null,
    },
  });

/** The session is shown by a page that is loading or has its form open, in a window that had the page before or not. */
const show = (session: ReturnType<typeof sessionFixture>, loaded: boolean, again: boolean) => {
  const entry = { type: again ? 'reload' : 'navigate' } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  const phase = { name: loaded ? 'loading' : 'form' } as const;
  const { flow, state } = flowFixture({}, { state: { phase } });
  const resume = vi.fn();
  showClosed(flow, { resume } as Partial<Payment> as Payment, session);
  return { resume, state: state(), phase: state().phase };
};

test.each([
  ['a page loaded in the middle of its bank’s question', true, false],
  ['one whose form was there again before the payment was', false, true],
])('%s asks it again', (_what, loaded, again) => {
  const { phase, resume, state } = show(beingPaid(true), loaded, again);
  expect(phase).toMatchObject({ name: 'challenge', url });
  expect(resume).toHaveBeenCalledWith('pi_1');
  // The card that was typed since is not the one that pays: no receipt may name it.
  expect(state.values).toMatchObject({ number: '', expiry: '', securityCode: '' });
});

test.each([
  ['a page', true],
  ['a form', false],
])('%s that is loaded again goes on waiting for its payment', (_what, loaded) => {
  const { phase, resume } = show(beingPaid(false), loaded, true);
  expect(phase.name).toBe('pending');
  expect(resume).toHaveBeenCalledWith('pi_1');
});

test.each([
  ['a page that is new', beingPaid(false), true],
  ['a page whose form is open', beingPaid(false), false],
  ['a page whose form is open, while the bank asks there,', beingPaid(true), false],
])('%s sees that another window pays', (_what, session, loaded) => {
  const { phase, resume } = show(session, loaded, false);
  expect(phase.name).toBe('elsewhere');
  expect(resume).not.toHaveBeenCalled();
});

test('what is being paid, and does not say yet by what, is gone on with once it says so', async () => {
  vi.useFakeTimers();
  const entry = { type: 'reload' } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  const waiting = replyFixture(200, { ...beingPaid(true) });
  const { flow, state } = flowFixture({ readSession: [waiting] });
  const resume = vi.fn();
  const session = { ...beingPaid(true), payment: null };
  showClosed(flow, { resume } as Partial<Payment> as Payment, session);
  expect(state().phase.name).toBe('elsewhere');
  await vi.advanceTimersByTimeAsync(1000);
  expect(state().phase.name).toBe('challenge');
  expect(resume).toHaveBeenCalledWith('pi_1');
  vi.useRealTimers();
});

test('another window is named only where this one cannot have paid', () => {
  const paid = sessionFixture({ state: 'completed' });
  expect(show(paid, false, false).phase).toEqual({ name: 'done', followed: true });
  expect(show(paid, false, true).phase).toEqual({ name: 'done', followed: false });
});

test.each(['processing', 'completed', 'expired'] as const)(
  'a session that is read as %s after Pay was pressed is for the answer to Pay to tell',
  (read) => {
    const { flow, state } = flowFixture({}, { state: { phase: { name: 'paying' } } });
    const before = state();
    const resume = vi.fn();
    const session = { ...beingPaid(true), state: read };
    showClosed(flow, { resume } as Partial<Payment> as Payment, session);
    expect(state()).toBe(before);
    expect(resume).not.toHaveBeenCalled();
  },
);
