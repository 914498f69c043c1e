import type { Session } from '../../api/Session.ts';
import type { Flow } from '../Flow.ts';
import { headingFocus } from '../focus/headingFocus.ts';
import { reopenForm } from '../payment/reopenForm.ts';
import { sendChange } from '../reading/showForm.ts';

/** Shows the dearer order: nothing was charged, and nothing is until the shopper agrees to its price. */
export const showOffer = (flow: Flow, session: Session | undefined): void => {
  const { store, send } = flow;
  if (session?.state !== 'open') {
    reopenForm(flow, { reason: 'confirmation_required', session, show: { focus: { id: 'pay' } } });
    return;
  }
  send({ t: 'h:declined', reason: 'confirmation_required' });
  const phase = { name: 'offer', offered: session, busy: false } as const;
  store.enter(phase, { note: undefined, errors: {}, announcement: '', ...headingFocus() });
  sendChange(flow, session);
};
