import { fill } from '../texts/format.ts';
import type { FirstTexts } from '../texts/Texts.ts';
import type { RecurringOrder } from './orderKind.ts';

type Rhythm = Pick<RecurringOrder, 'interval' | 'count'>;

/** "per month", "every 3 months": after an amount. */
export const perInterval = (texts: FirstTexts, { interval, count }: Rhythm): string =>
  count === 1 ? texts.per[interval] : fill(texts.everyN[interval], { n: count });

/** "every month", "every 3 months": in a sentence. */
export const everyInterval = (texts: FirstTexts, { interval, count }: Rhythm): string =>
  count === 1 ? texts.every[interval] : fill(texts.everyN[interval], { n: count });

/** "Billed monthly until you cancel", "Every 3 months": under an order line. */
export const billedInterval = (texts: FirstTexts, { interval, count }: Rhythm): string =>
  count === 1 ? texts.billed[interval] : fill(texts.billedN[interval], { n: count });
