/** Whether it is a number that a timer, or a height, can take. */
export const isPositive = (value: unknown): boolean =>
  typeof value === 'number' && value > 0 && value < 2 ** 31;
