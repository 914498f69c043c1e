// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { screenFixture } from '../../fixtures/screenFixture.ts';
import { errorFocus } from './errorFocus.ts';

test('what is wrong is said where the focus is there already, each time anew', () => {
  const { find, flow, state } = screenFixture({});
  find('email').focus();
  flow.store.set(errorFocus(state(), 'email', 'emailMissing'));
  expect(state().announcement).toBe('Enter your email address.');
  const said = document.querySelector('[role=status].sr')?.textContent;
  flow.store.set(errorFocus(state(), 'email', 'emailMissing'));
  expect(state().announcement.trim()).toBe('Enter your email address.');
  expect(document.querySelector('[role=status].sr')?.textContent).not.toBe(said);
});

test('a field that is only now given the focus is read out by itself', () => {
  const { find, flow, state } = screenFixture({});
  find('pay').focus();
  flow.store.set(errorFocus(state(), 'email', 'emailMissing'));
  expect(document.activeElement?.id).toBe('email');
  expect(state().announcement).toBe('');
});
