import type { DeclineReason } from 'paymentkit-js/hosted';
import type { Session } from '../../api/Session.ts';
import type { PageState } from '../../state/PageState.ts';
import { finishDone, finishExpired } from '../ending/finish.ts';
import type { Flow } from '../Flow.ts';

/** What the form shows when it comes back after an attempt that took no money. */
export interface Reopening {
  readonly reason: DeclineReason;
  readonly declineCode?: string | undefined;
  readonly session?: Session | undefined;
  readonly show: Partial<Pick<PageState, 'note' | 'errors' | 'focus' | 'values' | 'announcement'>>;
}

/** Gives the form back. Everything typed stays but the security code, which no page may keep. */
export const reopenForm = (flow: Flow, { reason, declineCode, session, show }: Reopening): void => {
  const { store } = flow;
  const before = store.get();
  const known = session ?? before.session;
  flow.send({
    t: 'h:declined',
    reason,
    ...(declineCode !== undefined && { decline_code: declineCode }),
  });
  // The time may have run out meanwhile, or another window may have paid.
  if (known?.state === 'expired') {
    finishExpired(flow, known);
    return;
  }
  if (known?.state === 'completed') {
    finishDone(flow, known, true);
    return;
  }
  store.enter(
    { name: 'form' },
    {
      session: known,
      note: undefined,
      errors: {},
      announcement: '',
      values: { ...before.values, securityCode: '' },
      ...show,
    },
  );
};
