import { expect, test } from 'vitest';
import type { Gate, GateResult } from './runGates.ts';
import { summaryOf } from './summary.ts';

const gate = (name: string): Gate => ({
  name,
  command: name,
  run: () => Promise.resolve({ code: 0, output: '' }),
});
const [build, types, unit] = [gate('build'), gate('types'), gate('unit')];
const ended = (one: Gate, passed: boolean): GateResult => ({
  gate: one,
  passed,
  output: '',
  seconds: 1,
});

test('what passed and what failed is counted', () => {
  const results = [ended(build, true), ended(types, false)];
  expect(summaryOf([build, types], results)).toBe('1 passed, 1 failed');
});

test('what did not run, since a gate before it failed, is named', () => {
  const said = summaryOf([build, types, unit], [ended(build, false)]);
  expect(said).toBe('0 passed, 1 failed, 2 not run: types, unit');
});
