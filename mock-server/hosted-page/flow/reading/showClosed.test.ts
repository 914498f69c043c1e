// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { flowFixture } from '../../fixtures/flowFixture.ts';
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

const show = (
  session: ReturnType<typeof sessionFixture>,
  given: { loaded: boolean; again: boolean },
) => {
  const phase = { name: given.loaded ? 'loading' : 'form' } as const;
  const { flow, state } = flowFixture({}, { state: { phase } });
  const resume = vi.fn();
  showClosed(flow, { resume } as Partial<Payment> as Payment, session, given.again);
  return { resume, phase: state().phase };
};

test('a page loaded in the middle of its bank’s question asks it again', () => {
  const { phase, resume } = show(beingPaid(true), { loaded: true, again: false });
  expect(phase).toMatchObject({ name: 'challenge', url });
  expect(resume).toHaveBeenCalledWith('pi_1');
});

test('a page that is loaded again goes on waiting for its payment', () => {
  const { phase, resume } = show(beingPaid(false), { loaded: true, again: true });
  expect(phase.name).toBe('pending');
  expect(resume).toHaveBeenCalledWith('pi_1');
});

test.each([
  ['a page that is new', true],
  ['a page whose form is open', false],
])('%s sees that another window pays', (_what, loaded) => {
  const { phase, resume } = show(beingPaid(false), { loaded, again: false });
  expect(phase.name).toBe('elsewhere');
  expect(resume).not.toHaveBeenCalled();
});
