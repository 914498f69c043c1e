import { expect, test } from 'vitest';
import { createRefresher } from './createRefresher.ts';

test('many requests at once are one run, and those during a run are one more', async () => {
  const later: (() => void)[] = [];
  const finish: (() => void)[] = [];
  let runs = 0;
  const refresh = createRefresher(
    () =>
      new Promise((resolve) => {
        runs += 1;
        finish.push(resolve);
      }),
    (run) => later.push(run),
  );
  refresh();
  refresh();
  expect(later).toHaveLength(1);
  later.shift()?.();
  expect(runs).toBe(1);
  refresh();
  refresh();
  expect(later).toHaveLength(0);
  finish.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(later).toHaveLength(1);
  later.shift()?.();
  finish.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  expect({ runs, waiting: later.length }).toEqual({ runs: 2, waiting: 0 });
});
