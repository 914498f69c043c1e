/** The first of each `n`. */
export const everyNth =
  (n: number) =>
  <T>(all: readonly T[]): readonly T[] =>
    all.filter((_, index) => index % n === 0);
