import type { PageState } from '../state/PageState.ts';
import { countWords, type Counted } from '../texts/countWords.ts';
import type { RecurringOrder } from './orderKind.ts';

type Rhythm = Pick<RecurringOrder, 'interval' | 'count'>;

/** What there is for the intervals that are known. */
type Known<T> = Readonly<Partial<Record<Rhythm['interval'], T>>>;

/** An interval that a page of before does not know has the API's own word: what is agreed to is never left out. */
const rhythmWords = (
  words: Known<string>,
  { texts, locale }: PageState,
  { interval, count }: Rhythm,
): string => {
  const many: Known<Counted> = texts.everyN;
  return count === 1
    ? (words[interval] ?? interval)
    : countWords(many[interval] ?? `{n} ${interval}`, count, locale);
};

/** "per month", "every 3 months": after an amount. */
export const perInterval = (state: PageState, rhythm: Rhythm): string =>
  rhythmWords(state.texts.per, state, rhythm);

/** "every month", "every 3 months": in a sentence. */
export const everyInterval = (state: PageState, rhythm: Rhythm): string =>
  rhythmWords(state.texts.every, state, rhythm);

/** "Billed monthly until you cancel", "every 3 months": under an order line, where its first letter is a capital. */
export const billedInterval = (state: PageState, rhythm: Rhythm): string =>
  rhythmWords(state.texts.billed, state, rhythm);
