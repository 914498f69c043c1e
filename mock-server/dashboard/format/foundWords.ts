import type { Page } from '../api/Page.ts';
import { formatCount } from './formatCount.ts';

/** `2 found`, `None found among the newest 1,000 of 5,000`. `most`: as many as are shown, where not all can be. */
export const foundWords = (
  found: number,
  { data, total, has_more: more }: Pick<Page<unknown>, 'data' | 'total' | 'has_more'>,
  most = found,
): string => {
  const count = found === 0 ? 'None' : formatCount(found);
  const among = more
    ? ` among the newest ${formatCount(data.length)} of ${formatCount(total)}`
    : '';
  return `${count} found${among}${found > most ? `, the newest ${formatCount(most)} shown` : ''}`;
};
