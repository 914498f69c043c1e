export interface Ratio {
  readonly ratio: number;
  /** Where the ratio lies in 95 of 100 resamplings of the runs. */
  readonly interval: readonly [low: number, high: number];
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = sorted.length / 2;
  return (at(Math.ceil(middle) - 1) + at(Math.floor(middle))) / 2;
}

/** How many times as long `subject` takes as `base`, with a bootstrap interval. */
export function ratioOfMedians(subject: readonly number[], base: readonly number[]): Ratio {
  const resample = (values: readonly number[]) =>
    values.map(() => values[Math.floor(Math.random() * values.length)] ?? Number.NaN);
  const ratios = Array.from(
    { length: 2_000 },
    () => median(resample(subject)) / median(resample(base)),
  ).sort((a, b) => a - b);
  return {
    ratio: median(subject) / median(base),
    interval: [ratios[49] ?? Number.NaN, ratios[1_949] ?? Number.NaN],
  };
}
