import type { Attempt } from '../../api/attemptIn.ts';
import { declineOutcome } from '../../state/declineOutcome.ts';
import { finishCompleted } from '../ending/finish.ts';
import { errorFocus } from '../focus/errorFocus.ts';
import type { Flow } from '../Flow.ts';
import { headingFocus } from '../focus/headingFocus.ts';
import { reopenForm } from './reopenForm.ts';
import { showOffer } from '../offer/showOffer.ts';

/** The shopper, in this window or another, gave the challenge up: a free choice, so nothing to explain. */
const abandoned = (flow: Flow, { session }: Attempt): void => {
  const { values } = flow.store.get();
  reopenForm(flow, {
    reason: 'authentication_abandoned',
    session,
    show: {
      values: { ...values, number: '', expiry: '', securityCode: '' },
      focus: { id: 'number' },
    },
  });
};

const declined = (flow: Flow, attempt: Attempt): void => {
  const { declineCode, session } = attempt;
  if (declineCode === 'authentication_abandoned') {
    abandoned(flow, attempt);
    return;
  }
  const state = flow.store.get();
  const { note, errors, focus } = declineOutcome(declineCode, state.values.number);
  const error = focus === 'note' ? undefined : errors[focus];
  const atBank = declineCode?.startsWith('authentication_') ?? false;
  reopenForm(flow, {
    reason: atBank ? 'authentication_failed' : 'declined',
    declineCode,
    session,
    show: { note, errors, ...errorFocus(state, focus, error) },
  });
};

const challenge = (flow: Flow, url: string): void => {
  const { phase } = flow.store.get();
  if (phase.name === 'challenge' && phase.url === url) return;
  const entered = flow.store.enter(
    { name: 'challenge', url, canceling: false },
    { note: undefined, ...headingFocus() },
  );
  if (entered) flow.send({ t: 'h:processing', step: 'three_d_secure' });
};

const pending = (flow: Flow): void => {
  if (flow.store.get().phase.name === 'pending') return;
  if (flow.store.enter({ name: 'pending' }, headingFocus())) {
    flow.send({ t: 'h:processing', step: 'confirmation' });
  }
};

/** Shows how a payment stands. */
export const settleAttempt = (flow: Flow, attempt: Attempt): void => {
  switch (attempt.status) {
    case 'completed':
      finishCompleted(flow, attempt.session);
      break;
    case 'requires_action':
      if (attempt.challengeUrl === undefined) pending(flow);
      else challenge(flow, attempt.challengeUrl);
      break;
    case 'canceled':
      abandoned(flow, attempt);
      break;
    case 'requires_confirmation':
      showOffer(flow, attempt.session);
      break;
    case 'declined':
      declined(flow, attempt);
      break;
    default:
      // `processing`, and what a later server may add: not settled, so nobody is told to pay again.
      pending(flow);
  }
};
