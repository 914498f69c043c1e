// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { screenFixture } from '../fixtures/screenFixture.ts';

test.each([
  ['inline', [{ t: 'h:focused', height: 322 }]],
  // There the page scrolls by itself, and what is around it need not.
  ['overlay', []],
  ['page', []],
] as const)('what takes the focus %s is told to the page that has to scroll', (surface, told) => {
  const { find, flow, sent } = screenFixture({}, { state: { surface } });
  vi.spyOn(find('email'), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 300, 200, 44));
  const focus = { id: 'email' };
  flow.store.set({ focus });
  flow.store.set({ focus });
  expect(document.activeElement).toBe(find('email'));
  expect(sent.filter(({ t }) => t === 'h:focused')).toEqual(told);
});

test('so is the first field that is empty, where the shop asks for the focus', () => {
  const { find, screen, sent } = screenFixture({});
  vi.spyOn(find('name'), 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 400, 200, 44));
  screen.focusFirst();
  expect(document.activeElement).toBe(find('name'));
  expect(sent.filter(({ t }) => t === 'h:focused')).toEqual([{ t: 'h:focused', height: 422 }]);
});
