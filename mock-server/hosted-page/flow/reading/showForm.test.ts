// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { screenFixture } from '../../fixtures/screenFixture.ts';
import { showFailed } from './showForm.ts';

const failAfter = (navigation: string): string => {
  const entry = { type: navigation } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  const { flow } = screenFixture({});
  showFailed(flow, 'network');
  return document.body.textContent;
};

test('a page that has never been there before knows that nothing was charged', () => {
  expect(failAfter('navigate')).toContain('You have not been charged.');
});

test.each(['reload', 'back_forward'])(
  'a page after %s does not know whether it has paid, and does not say so',
  (navigation) => {
    const text = failAfter(navigation);
    expect(text).toContain('If you have paid already, this page will say so.');
    expect(text).not.toContain('not been charged');
  },
);
