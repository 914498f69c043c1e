import { checkOption } from './checkOption.ts';
import { isPositive } from './isPositive.ts';

/** Refuses, in builds for development, a time that no timer can take. */
export const checkDuration = (name: string, milliseconds: unknown): void =>
  checkOption(
    isPositive(milliseconds),
    `Failed to use "${name}": it is no number above zero. Pass milliseconds.`,
  );
