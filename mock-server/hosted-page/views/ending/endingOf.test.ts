import { expect, test } from 'vitest';
import { flowFixture } from '../../fixtures/flowFixture.ts';
import { sessionFixture } from '../../fixtures/sessionFixture.ts';
import type { Actions } from '../../flow/createActions.ts';
import type { Phase } from '../../state/PageState.ts';
import { en } from '../../texts/en.ts';
import { endingOf } from './endingOf.ts';

const payment = { id: 'pi_1', status: 'completed', next_action: null };
const free = { amount_discount_atom: 4900, state: 'completed' } as const;

const say = (phase: Phase, changes: Parameters<typeof sessionFixture>[0] = {}) => {
  const session = sessionFixture(changes);
  const { state } = flowFixture({}, { session, state: { phase } });
  const { title, text, onward } = endingOf({
    state: state(),
    session,
    words: en.later,
    actions: {} as Actions,
  });
  return [title, text, onward];
};
const completed = { name: 'completed', paidWith: undefined, insteadOf: undefined } as const;
const done = (followed: boolean): Phase => ({ name: 'done', followed });

test('an ending says what became of the order, whether money moved, and the way on', () => {
  expect(say(completed)).toEqual(['Payment complete', 'You paid {m} {a}.', 'continue']);
  expect(say(completed, free)).toEqual([
    'Order complete',
    'You have not been charged.',
    'continue',
  ]);
  expect(say({ name: 'canceled' })).toEqual([
    'Checkout canceled',
    'You have not been charged.',
    'return',
  ]);
  expect(say({ name: 'expired' })).toEqual([
    'This checkout has expired',
    'You have not been charged. Go back to {m} to start again.',
    'return',
  ]);
});

test('an order that ended elsewhere is said to be paid only where it was', () => {
  expect(say(done(true), { payment })).toEqual([
    'This order is already paid',
    'The payment was completed in another window. You were charged once.',
    'continue',
  ]);
  expect(say(done(false), { payment })).toEqual([
    'This order is already paid',
    'You were charged once.',
    'continue',
  ]);
  expect(say(done(true))).toEqual(['This order is already complete', '', 'continue']);
  expect(say(done(true), { ...free, payment })).toEqual([
    'This order is already complete',
    'You have not been charged.',
    'continue',
  ]);
});

test('while nobody knows, the shopper is sent nowhere and asked not to pay again', () => {
  for (const name of ['pending', 'elsewhere'] as const) {
    const [, text, onward] = say({ name });
    expect(text).toContain('Please do not pay again.');
    expect(onward).toBeUndefined();
  }
});
