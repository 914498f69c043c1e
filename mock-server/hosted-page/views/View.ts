import type { Session } from '../api/Session.ts';
import type { Actions } from '../flow/createPage.ts';
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
