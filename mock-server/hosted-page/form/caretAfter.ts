import { digitsOf } from './digitsOf.ts';

/**
 * Where the caret belongs in a formatted value: after as many digits as stood before it in what was typed.
 * `formatted` may hold one digit more in front (a month typed as one digit gets its zero).
 */
export const caretAfter = (typed: string, caret: number, formatted: string): number => {
  if (caret >= typed.length) return formatted.length;
  const added = Math.max(0, digitsOf(formatted).length - digitsOf(typed).length);
  let left = digitsOf(typed.slice(0, caret)).length;
  if (left > 0) left += added;
  let position = 0;
  while (left > 0 && position < formatted.length) {
    if (/\d/.test(formatted.charAt(position))) left -= 1;
    position += 1;
  }
  return position;
};
