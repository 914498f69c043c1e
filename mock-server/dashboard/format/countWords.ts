import { formatCount } from './formatCount.ts';
import { foundWords } from './foundWords.ts';

/** `1 request`, `2,000 requests, the newest 200 shown`; of those that are looked for, `3 found`. `what`: one of them. */
export const countWords = (what: string, total: number, wanted: string, most: number): string => {
  if (wanted !== '') return foundWords(total, { data: [], total, has_more: false }, most);
  const count = `${formatCount(total)} ${what}${total === 1 ? '' : 's'}`;
  return total > most ? `${count}, the newest ${String(most)} shown` : count;
};
