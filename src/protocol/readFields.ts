/** Turns a stranger's value into one that can be used, or `undefined`. */
export type FieldReader<T> = (value: unknown) => T | undefined;

type OptionalKey<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

type Readers<T> = { readonly [K in keyof T]-?: FieldReader<Exclude<T[K], undefined>> };

/** The fields a message must have, then those it may have. */
export type Fields<T> = readonly [
  required: Readers<Omit<T, OptionalKey<T>>>,
  optional?: Readers<Pick<T, OptionalKey<T>>>,
];

/** An own property of a stranger's object; what it inherits is never looked at. */
export const ownField = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? (data as Record<string, unknown>)[key]
    : undefined;

/**
 * Copies the named fields of a stranger's object into a new one. A required field that is missing
 * or wrong gives `undefined`; an optional one that is wrong is left out, and so is every unknown one.
 */
export function readFields<T extends object>(
  [required, optional]: Fields<T>,
  data: unknown,
): T | undefined {
  const result: Record<string, unknown> = {};
  for (const readers of [required, optional]) {
    for (const [key, read] of Object.entries<FieldReader<unknown>>(readers ?? {})) {
      const value = read(ownField(data, key));
      if (value !== undefined) result[key] = value;
      else if (readers === required) return undefined;
    }
  }
  return result as T;
}

/** Text of at most 256 characters. */
export const readText: FieldReader<string> = (value) =>
  typeof value === 'string' && value.length <= 256 ? value : undefined;

/** A CSS value: short, and unable to fetch anything. */
export const readStyle: FieldReader<string> = (value) =>
  typeof value === 'string' && value.length <= 128 && !/url\(/i.test(value) ? value : undefined;

export const readFlag: FieldReader<boolean> = (value) =>
  typeof value === 'boolean' ? value : undefined;

/** An amount of money in atomic units. */
export const readAtoms: FieldReader<number> = (value) =>
  Number.isSafeInteger(value) ? (value as number) : undefined;

/** A height in whole CSS pixels. A page never needs more than 10 000, and a box can be blown up to millions. */
export const readHeight: FieldReader<number> = (value) =>
  typeof value === 'number' && value > 0 && value < Infinity
    ? Math.min(Math.ceil(value), 10_000)
    : undefined;

/** One word of a closed set. */
export const readWord =
  <Word extends string>(words: readonly Word[]): FieldReader<Word> =>
  (value) =>
    words.find((word) => word === value);
