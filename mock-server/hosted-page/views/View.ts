import { formatMoney } from '../../page-parts/format.ts';
import type { LaterTexts } from '../texts/Texts.ts';
import type { Session } from '../api/Session.ts';
import type { Actions } from '../flow/createActions.ts';
import type { PageState } from '../state/PageState.ts';

/** What every view is given. */
export interface View {
  readonly state: PageState;
  readonly actions: Actions;
}

/** What a view is given that shows an order. */
export interface SessionView extends View {
  readonly session: Session;
}

/** What a view of the page's second half is given: its words besides. */
export interface LaterView extends SessionView {
  readonly words: LaterTexts;
}

/** An amount of the session's money, as text. Nothing for a session without a currency: it has no amounts. */
export const moneyOfView =
  ({ state, session }: Pick<SessionView, 'state' | 'session'>) =>
  (amount: number): string =>
    session.currency === null ? '' : formatMoney(amount, session.currency, state.locale);
