import { formatMoney } from '../format/formatMoney.ts';
import type { SessionView } from './View.ts';

/** An amount of the session's money, as text. Nothing for a session without a currency: it has no amounts. */
export const moneyOf =
  ({ state, session }: Pick<SessionView, 'state' | 'session'>) =>
  (amount: number): string =>
    session.currency === null ? '' : formatMoney(amount, session.currency, state.locale);
