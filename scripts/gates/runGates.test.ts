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
