// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { screenFixture } from '../fixtures/screenFixture.ts';
import { sessionFixture } from '../fixtures/sessionFixture.ts';
import { showFailed, showForm } from './reading/showForm.ts';

test('while a promotion code is on its way nothing is paid: nobody knows yet how much', () => {
  const { flow, find, state } = screenFixture({});
  const code = (busy: boolean) => ({ open: true, code: 'SAVE20', busy, error: undefined });
  flow.store.set({ promotion: code(true) });
  expect(find('pay').getAttribute('aria-disabled')).toBe('true');
  find('pay').click();
  expect(state().phase.name).toBe('form');
  flow.store.set({ promotion: code(false) });
  expect(find('pay').getAttribute('aria-disabled')).toBe('false');
  find('pay').click();
  expect(state().phase.name).toBe('paying');
});

test('"Try again" says that it loads, that it failed again, and gives its focus to the form', () => {
  const { flow, find, state } = screenFixture({});
  showFailed(flow, 'network');
  expect(state().announcement).toBe('');
  const again = document.querySelector('button');
  again?.focus();
  again?.click();
  expect(document.querySelector('p[role=status]')?.textContent).toBe('Loading checkout…');
  expect(document.activeElement).toBe(again);

  showFailed(flow, 'network');
  expect(state().announcement).toBe('The checkout could not be loaded');
  again?.click();
  showForm(flow, sessionFixture(), {});
  expect(state().announcement).toBe('');
  expect(document.activeElement).toBe(find('email'));
});
