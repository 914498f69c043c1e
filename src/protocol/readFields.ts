/** What a field of a stranger's message must be: text of a pattern, or what a reader makes usable. */
type Rule<T> = ((value: unknown) => T | undefined) | (T extends string ? RegExp : never);

/** The fields of an object. One whose name ends in "?" may be missing, and is left out when it is wrong. */
export type Fields<T> = {
  readonly [K in keyof T & string as undefined extends T[K] ? `${K}?` : K]-?: Rule<
    Exclude<T[K], undefined>
  >;
};

/** An own property of whatever a stranger sent; what it inherits is never looked at. Never a throw. */
export function ownField(data: unknown, key: string): unknown {
  try {
    return Object.hasOwn(data as object, key) ? (data as Record<string, unknown>)[key] : undefined;
  } catch {
    // Nothing at all, or an exotic object (a proxy, a throwing getter); structured cloning makes none.
    return undefined;
  }
}

/** Copies the known fields of a stranger's object into a new one; `undefined` when one is wrong. */
export function readFields<T extends object>(fields: Fields<T>, data: unknown): T | undefined {
  const result: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(fields as Record<string, Rule<string>>)) {
    const key = name.replace('?', '');
    const given = ownField(data, key);
    const value =
      'test' in rule
        ? typeof given === 'string' && rule.test(given)
          ? given
          : undefined
        : rule(given);
    if (value !== undefined) result[key] = value;
    else if (key === name) return undefined;
  }
  return result as T;
}

/** Text of at most 256 characters. */
export const text = /^[^]{0,256}$/;

/** One word of a set that later minors may add to. */
export const word = /^\w{1,64}$/;

/** A whole number. */
export const readWhole = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) ? (value as number) : undefined;

/** A height in whole CSS pixels. A page never needs more than 10 000, and a box can be blown up to millions. */
export const readHeight = (value: unknown): number | undefined =>
  Number.isFinite(value) && (value as number) > 0
    ? Math.min(Math.ceil(value as number), 10_000)
    : undefined;
