import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../root.ts';
import type { BuildStep } from './buildSteps.ts';
import { fingerprintInputs } from './fingerprint.ts';
import { isStale, markFresh } from './isStale.ts';
import { removeLeftovers } from './removeLeftovers.ts';

const folder = `node_modules/.cache/paymentkit-test-${process.pid}`;
const step: BuildStep = {
  name: 'a sample',
  command: ['true'],
  inputs: [`${folder}/src`, `${folder}/not-there.json`],
  output: `${folder}/out`,
};

function write(file: string, text: string): string {
  const full = path.join(root, folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

beforeEach(() => {
  write('src/a.ts', 'a');
  write('out/a.js', 'a');
  markFresh(step, fingerprintInputs(step));
});

afterEach(() => {
  rmSync(path.join(root, folder), { recursive: true });
  // What markFresh() wrote down, among what it knows of real builds.
  const stamp = `${step.output.replaceAll('/', '-')}.json`;
  rmSync(path.join(root, 'node_modules/.cache/paymentkit', stamp));
});

test('a step is fresh after its build, also when an input was only touched', () => {
  const file = write('src/a.ts', 'a');
  utimesSync(file, 1, 1);
  expect(isStale(step)).toBe(false);
});

test.each([
  ['an input changes', () => write('src/a.ts', 'b')],
  ['an input is added', () => write('src/deep/b.ts', 'b')],
  ['an output changes', () => write('out/a.js', 'changed')],
  ['an output is added', () => write('out/b.js', 'b')],
  [
    'the output is removed',
    () => {
      rmSync(path.join(root, folder, 'out'), { recursive: true });
    },
  ],
])('a step is stale when %s', (_, change) => {
  change();
  expect(isStale(step)).toBe(true);
});

test.each(['src/a.test.ts', 'src/README.md'])('%s makes nothing stale', (file) => {
  write(file, 'new');
  expect(isStale(step)).toBe(false);
});

test('what an earlier build left is removed, what this one wrote stays', () => {
  utimesSync(write('out/old.js', 'old'), 1, 1);
  removeLeftovers(step.output, 2000);
  const old = path.join(root, folder, 'out/old.js');
  expect(() => {
    rmSync(old);
  }).toThrow('ENOENT');
  rmSync(path.join(root, folder, 'out/a.js'));
});
