// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { flowFixture } from '../../fixtures/flowFixture.ts';
import { sessionFixture } from '../../fixtures/sessionFixture.ts';
import type { Actions } from '../../flow/createActions.ts';
import type { PageState } from '../../state/PageState.ts';
import { en } from '../../texts/en.ts';
import { EndingView } from './EndingView.tsx';

type Given = Parameters<typeof sessionFixture>[0];

/** An ending as it stands. */
const draw = (phase: PageState['phase'], changes: Given = {}, state: Partial<PageState> = {}) => {
  const session = sessionFixture(changes);
  const fixture = flowFixture({}, { session, state: { phase, ...state } });
  const view = { state: fixture.state(), session, words: en.later, actions: {} as Actions };
  const root = document.createElement('div');
  render(<EndingView {...view} />, root);
  return root;
};
/** What the button below an ending says; nothing where there is none. */
const wayOn = (...given: Parameters<typeof draw>) =>
  draw(...given).querySelector('button')?.textContent;
const completed = { name: 'completed', paidWith: undefined, insteadOf: undefined } as const;
const hostile = ['javascript:alert(1)', 'data:text/html,x', 'http://shop.example/', 'no address'];

test('an ending leads on to where its session says', () => {
  expect(wayOn(completed)).toBe('Continue to Alder Press');
  expect(wayOn({ name: 'expired' })).toBe('Return to Alder Press');
});

test.each(hostile)('an ending leads nobody to %s', (address) => {
  expect(wayOn(completed, { success_url: address })).toBeUndefined();
  expect(wayOn({ name: 'canceled' }, { return_url: address })).toBeUndefined();
});

test('the heading that takes the focus is read out with whether money moved', () => {
  const root = draw(completed);
  const heading = root.querySelector('#heading');
  const about = heading?.getAttribute('aria-describedby') ?? '';
  expect(heading?.textContent).toBe('Payment complete');
  expect(root.querySelector(`#${about}`)?.textContent).toBe('You paid Alder Press $49.00.');
});

test('where the merchant’s page goes on by itself, an ending leads nowhere', () => {
  expect(wayOn(completed, {}, { redirect: 'never' })).toBeUndefined();
});
