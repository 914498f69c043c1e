// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createMeasure } from './createMeasure.ts';

/** Content of a height that a test sets, and the layouts that a browser would observe. */
const content = () => {
  const sent: unknown[] = [];
  const watched: Element[] = [];
  let observe = (): void => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(report: () => void) {
        observe = report;
      }
      observe = (element: Element): number => watched.push(element);
      unobserve = (element: Element): void => {
        watched.splice(watched.indexOf(element) >>> 0, 1);
      };
    },
  );
  let height = 0;
  const root = document.createElement('div');
  root.getBoundingClientRect = () => new DOMRect(0, 0, 320, height);
  const measure = createMeasure(root, (message) => sent.push(message));
  const layOut = (next: number): void => {
    height = next;
    observe();
  };
  return { sent, watched, root, measure, layOut };
};

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a height is told once, in whole pixels that hold it', () => {
  const { sent, measure, layOut } = content();
  measure();
  layOut(400.2);
  layOut(400.8);
  layOut(420);
  expect(sent).toEqual([
    { t: 'h:resize', height: 401 },
    { t: 'h:resize', height: 420 },
  ]);
});

test('where nothing is laid out nothing is told', () => {
  const { sent, measure, layOut } = content();
  measure();
  layOut(0);
  expect(sent).toEqual([]);
});

test('a page around it that has come back is told again, and is watched for once', () => {
  const { sent, watched, root, measure, layOut } = content();
  measure();
  layOut(400);
  measure();
  expect(sent).toEqual([
    { t: 'h:resize', height: 400 },
    { t: 'h:resize', height: 400 },
  ]);
  expect(watched).toEqual([root]);
});
