/** 1, 2, 4 and then 8 seconds. */
export const backOff = (attempt: number): number => 1000 * 2 ** Math.min(attempt, 3);
