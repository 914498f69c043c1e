import type { PageState } from '../state/PageState.ts';
import { countWords } from '../texts/countWords.ts';
import type { RecurringOrder } from './orderKind.ts';

type Rhythm = Pick<RecurringOrder, 'interval' | 'count'>;

const everyN = ({ texts, locale }: PageState, { interval, count }: Rhythm): string =>
  countWords(texts.everyN[interval], count, locale);

/** "per month", "every 3 months": after an amount. */
export const perInterval = (state: PageState, rhythm: Rhythm): string =>
  rhythm.count === 1 ? state.texts.per[rhythm.interval] : everyN(state, rhythm);

/** "every month", "every 3 months": in a sentence. */
export const everyInterval = (state: PageState, rhythm: Rhythm): string =>
  rhythm.count === 1 ? state.texts.every[rhythm.interval] : everyN(state, rhythm);

/** "Billed monthly until you cancel", "every 3 months": under an order line, where its first letter is a capital. */
export const billedInterval = (state: PageState, rhythm: Rhythm): string =>
  rhythm.count === 1 ? state.texts.billed[rhythm.interval] : everyN(state, rhythm);
