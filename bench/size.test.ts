import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { measureAll, type Sizes, worst } from './size.ts';

interface Recorded {
  /** The most that it may be. */
  readonly budget: number;
  /** What it is: the larger of the two bundlers, minified and compressed by gzip -9, in bytes. */
  readonly gzip: number;
}

const file = new URL('sizes.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recorded>;
let measured: Record<string, Sizes>;

// Of dist/, which the build before the tests has written.
beforeAll(async () => {
  measured = await measureAll();
});

test('everything that can be imported is on record', () => {
  expect(Object.keys(recorded).sort()).toEqual(Object.keys(measured).sort());
});

test.each(Object.entries(recorded))('%s is within its budget', (name, { budget }) => {
  const sizes = measured[name];
  expect(sizes && worst(sizes)).toBeLessThanOrEqual(budget);
});

test.each(Object.entries(recorded))('the number on record for %s is true', (name, { gzip }) => {
  const sizes = measured[name];
  // Compressors differ by a few bytes between versions of Node.
  expect(Math.abs((sizes ? worst(sizes) : NaN) - gzip)).toBeLessThanOrEqual(10);
});
