import type { Session } from '../../api/Session.ts';
import { prefillValues, type Prefill } from '../../state/prefillValues.ts';
import type { Flow } from '../Flow.ts';

/** Tells the merchant's page the amounts that now hold. */
export const sendChange = ({ send }: Pick<Flow, 'send'>, session: Session): void => {
  const { currency, amount_subtotal_atom, amount_discount_atom, amount_total_atom } = session;
  if (currency === null) return;
  send({ t: 'h:change', currency, amount_subtotal_atom, amount_discount_atom, amount_total_atom });
};

/** Shows an open session. Where its form is open already and the total is another now, that is said. */
export const showForm = (flow: Flow, session: Session, prefill: Prefill): void => {
  const { store } = flow;
  const { values, session: before, phase } = store.get();
  const from = phase.name === 'form' ? before?.amount_total_atom : undefined;
  const to = session.amount_total_atom;
  const changed = from !== undefined && from !== to;
  store.enter(
    { name: 'form' },
    {
      session,
      announcement: '',
      values: prefillValues(values, {}, prefill, session.customer),
      ...(changed && { note: { kind: 'changed', from, to } }),
    },
  );
  if (changed) sendChange(flow, session);
};

/** The checkout cannot be shown. Only a wrong token is beyond a second try. */
export const showFailed = ({ store, send }: Flow, code: string): void => {
  const { phase, texts } = store.get();
  // The alert is there already: a second time it would not speak.
  const announcement = phase.name === 'failed' ? texts.network : '';
  if (!store.enter({ name: 'failed', code, retrying: false }, { announcement })) return;
  send({ t: 'h:error', code, recoverable: code !== 'token_rejected' });
};
