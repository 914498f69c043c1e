// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { screenFixture } from '../fixtures/screenFixture.ts';

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
