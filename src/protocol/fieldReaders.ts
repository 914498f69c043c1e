import type { FieldReader } from './readFields.ts';

/** Text of at most 256 characters. */
export const text: FieldReader<string> = (value) =>
  typeof value === 'string' && value.length <= 256 ? value : undefined;

/** A CSS value: short, and unable to fetch anything. */
export const style: FieldReader<string> = (value) =>
  typeof value === 'string' && value.length <= 128 && !/url\(/i.test(value) ? value : undefined;

export const flag: FieldReader<boolean> = (value) =>
  typeof value === 'boolean' ? value : undefined;

/** An amount of money in atomic units. */
export const atoms: FieldReader<number> = (value) =>
  Number.isSafeInteger(value) ? (value as number) : undefined;

/** A height in whole CSS pixels. A page never needs more than 10 000, and a box can be blown up to millions. */
export const height: FieldReader<number> = (value) =>
  typeof value === 'number' && value > 0 && value < Infinity
    ? Math.min(Math.ceil(value), 10_000)
    : undefined;

/** One word of a closed set. */
export const oneOf =
  <Word extends string>(words: readonly Word[]): FieldReader<Word> =>
  (value) =>
    words.find((word) => word === value);
