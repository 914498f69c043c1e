import { sessionIn } from '../../api/Session.ts';
import type { Flow } from '../Flow.ts';
import { sendChange } from '../reading/showForm.ts';

/**
 * Another card for the first order. Where the server cannot be asked for it, the form shows the offered one and says so:
 * what the button names is always what is paid.
 */
export const declineOffer = async (flow: Flow): Promise<void> => {
  const { store, api } = flow;
  const { phase, session, values } = store.get();
  if (phase.name !== 'offer' || phase.busy) return;
  store.enter({ ...phase, busy: true });
  const reply = await api.declineOffer();
  if (store.get().phase.name !== 'offer') return;
  const first = sessionIn(reply.body);
  const shown = first ?? phase.offered;
  const [from, to] = [session?.amount_total_atom ?? 0, shown.amount_total_atom];
  store.enter(
    { name: 'form' },
    {
      session: shown,
      note: first ? undefined : { kind: 'changed', from, to },
      values: { ...values, number: '', securityCode: '' },
      focus: { id: 'number' },
    },
  );
  sendChange(flow, shown);
};
