import type { DeclineReason } from 'paymentkit-js/hosted';
import type { Session } from '../../api/Session.ts';
import type { TextKey } from '../../texts/Texts.ts';
import type { Flow } from '../Flow.ts';
import { reopenForm } from './reopenForm.ts';
import { sendChange } from '../reading/showForm.ts';

/** The order costs something else than the button said: nothing was charged, and the shopper decides again. */
export const showChanged = (
  flow: Flow,
  session: Session | undefined,
  reason: Extract<DeclineReason, 'not_attempted'>,
  why?: TextKey,
): void => {
  const from = flow.store.get().session?.amount_total_atom;
  const to = session?.amount_total_atom;
  const known = from !== undefined && to !== undefined && from !== to;
  reopenForm(flow, {
    reason,
    session,
    show: known
      ? { note: { kind: 'changed', from, to, ...(why && { why }) }, focus: { id: 'note' } }
      : { focus: { id: 'pay' } },
  });
  if (session) sendChange(flow, session);
};
