// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { wasShownBefore } from './wasShownBefore.ts';

test.each([
  ['navigate', false],
  ['reload', true],
  ['back_forward', true],
])('a window that came by %s had the page before: %s', (type, before) => {
  const entry = { type } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  expect(wasShownBefore()).toBe(before);
});
