import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runGates, type Gate } from './runGates.ts';

const gate = (name: string, run: Gate['run']): Gate => ({ name, command: name, run });
const passing = () => Promise.resolve({ code: 0, output: 'fine' });
const { signal } = new AbortController();

test('a gate passes on 0, and fails on anything else or when it throws', async () => {
  const gates = [
    gate('passes', passing),
    gate('fails', () => Promise.resolve({ code: 2, output: 'why' })),
    gate('throws', () => Promise.reject(new Error('broken'))),
  ];
  const results = await runGates(gates, 1, signal, () => undefined);
  expect(results.map(({ passed }) => passed)).toEqual([true, false, false]);
  expect(results[2]?.output).toContain('broken');
});

test('no more gates run at a time than there are lanes', async () => {
  let [running, most] = [0, 0];
  const gates = Array.from({ length: 6 }, (_, index) =>
    gate(`${index}`, async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      return passing();
    }),
  );
  await runGates(gates, 2, signal, () => undefined);
  expect(most).toBe(2);
});

test('no gate begins after an abort', async () => {
  const stopped = new AbortController();
  const first = gate('first', () => {
    stopped.abort();
    return passing();
  });
  const results = await runGates(
    [first, gate('second', passing)],
    1,
    stopped.signal,
    () => undefined,
  );
  expect(results).toHaveLength(1);
});

test('a gate waits for the one whose result it reads, and a free lane waits with it', async () => {
  const order: string[] = [];
  const gates = [
    gate('build', async () => {
      // The other lane takes its gate before this one has ended.
      await setImmediate();
      order.push('build');
      return passing();
    }),
    {
      ...gate('tests', () => {
        order.push('tests');
        return passing();
      }),
      after: 'build',
    },
  ];
  await runGates(gates, 2, signal, () => undefined);
  expect(order).toEqual(['build', 'tests']);
});

test('what reads the result of a gate that failed does not run, nor what reads from that', async () => {
  const gates = [
    gate('build', () => Promise.resolve({ code: 1, output: 'why' })),
    { ...gate('tests', passing), after: 'build' },
    { ...gate('report', passing), after: 'tests' },
    gate('lint', passing),
  ];
  const results = await runGates(gates, 2, signal, () => undefined);
  expect(results.map(({ gate }) => gate.name).sort()).toEqual(['build', 'lint']);
});

test('an abort ends a lane that waits', async () => {
  const stopped = new AbortController();
  const gates = [
    gate('build', () => {
      stopped.abort();
      return passing();
    }),
    { ...gate('tests', passing), after: 'build' },
  ];
  expect(await runGates(gates, 2, stopped.signal, () => undefined)).toHaveLength(1);
});
