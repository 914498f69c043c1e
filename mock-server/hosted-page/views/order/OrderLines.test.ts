// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { screenFixture } from '../../fixtures/screenFixture.ts';
import { lineFixture, sessionFixture } from '../../fixtures/sessionFixture.ts';

const order = (count: number) => {
  const lines = Array.from({ length: count }, (_, index) => ({
    ...lineFixture(),
    id: `li_${String(index)}`,
    description: `Print ${String(index + 1)}`,
  }));
  screenFixture({}, { session: sessionFixture({ line_items: lines }) });
  const more = [...document.querySelectorAll('button')].find((button) =>
    button.textContent.startsWith('Show '),
  );
  return { more, shown: () => document.querySelectorAll('ul.lines > li').length };
};

test('an order of many lines unfolds, and who unfolds it goes on at the first line that was hidden', () => {
  const { more, shown } = order(6);
  expect(shown()).toBe(3);
  expect(more?.textContent).toBe('Show 3 more');
  more?.click();
  expect(shown()).toBe(6);
  expect(document.activeElement?.textContent).toContain('Print 4');
});

test('a single line is not folded away', () => {
  const { more, shown } = order(4);
  expect(shown()).toBe(4);
  expect(more).toBeUndefined();
});
