import type { Session } from '../api/Session.ts';
import { prefillValues, type Prefill } from '../state/prefillValues.ts';
import type { Flow } from './Flow.ts';
import { sendChange } from './sendChange.ts';

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
      values: prefillValues(values, {}, prefill, session.customer),
      ...(changed && { note: { kind: 'changed', from, to } }),
    },
  );
  if (changed) sendChange(flow, session);
};
