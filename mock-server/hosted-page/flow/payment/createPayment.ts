import { attemptIn } from '../../api/attemptIn.ts';
import { fieldNames } from '../../form/fieldNames.ts';
import { formRules, validateForm } from '../../form/validateForm.ts';
import type { PageState } from '../../state/PageState.ts';
import { paymentBody } from '../../state/paymentBody.ts';
import { acceptOffer } from '../offer/acceptOffer.ts';
import { declineOffer } from '../offer/declineOffer.ts';
import { errorFocus } from '../focus/errorFocus.ts';
import type { Flow } from '../Flow.ts';
import { followPayment, isUnderWay } from './followPayment.ts';
import { headingFocus } from '../focus/headingFocus.ts';
import { newPress, payUntilAnswered, type Press } from './payUntilAnswered.ts';
import { settleAttempt } from './settleAttempt.ts';
import { settleRefusal } from './settleRefusal.ts';

/** The payment of this window. */
export interface Payment {
  /** The shopper pressed Pay, and the page shows that it is working. */
  readonly start: () => void;
  /** Goes on with a payment that began before this page was loaded. */
  readonly resume: (id: string) => void;
  readonly checkAgain: () => void;
  readonly cancelChallenge: () => void;
  /** The answers to an offer of a dearer order. */
  readonly acceptOffer: () => void;
  readonly declineOffer: () => void;
}

/** What is not known yet: whether a press of Pay got through, or how a payment ends. */
interface Unsettled {
  press?: Press | undefined;
  id?: string | undefined;
}

const follow = async (flow: Flow, unsettled: Unsettled, id: string): Promise<void> => {
  unsettled.id = id;
  unsettled.press = undefined;
  // A follower of an earlier payment must not speak for a later one.
  await followPayment(flow, id, () => unsettled.id === id);
};

const send = async (flow: Flow, unsettled: Unsettled, press: Press): Promise<void> => {
  unsettled.press = press;
  unsettled.id = undefined;
  const reply = await payUntilAnswered(flow, press, () => {
    flow.store.enter({ name: 'checking', gaveUp: false }, headingFocus());
  });
  if (!reply) {
    flow.store.enter({ name: 'checking', gaveUp: true }, headingFocus());
    return;
  }
  unsettled.press = undefined;
  const attempt = attemptIn(reply) ?? (await settleRefusal(flow, reply));
  if (!attempt) return;
  settleAttempt(flow, attempt);
  if (isUnderWay(flow) && attempt.id !== undefined) await follow(flow, unsettled, attempt.id);
};

/** Whether the shopper has typed a code that nobody has judged yet: they count on it, and the button does not. */
const countsOnCode = ({ promotion: { open, code, error } }: PageState): boolean =>
  open && code.trim() !== '' && error === undefined;

const start = (flow: Flow, unsettled: Unsettled, applyCode: () => void): void => {
  const { store, clock } = flow;
  const state = store.get();
  const { session } = state;
  if (state.phase.name !== 'paying' || !session) return;
  const errors = validateForm(state.values, formRules(session, clock.now()));
  const first = fieldNames.find((field) => errors[field]);
  if (first) {
    store.enter({ name: 'form' }, { errors, ...errorFocus(state, first, errors[first]) });
    return;
  }
  if (countsOnCode(state)) {
    store.enter({ name: 'form' }, { errors: {} });
    applyCode();
    return;
  }
  const { processing, keepOpen } = state.texts;
  store.set({ errors: {}, note: undefined, announcement: `${processing} ${keepOpen}` });
  flow.send({ t: 'h:submit' });
  flow.send({ t: 'h:processing', step: 'payment' });
  void send(flow, unsettled, newPress(paymentBody(state, session)));
};

const cancel = async (flow: Flow, id: string): Promise<void> => {
  const { store, api } = flow;
  const { phase } = store.get();
  if (phase.name !== 'challenge' || phase.canceling) return;
  store.enter({ ...phase, canceling: true });
  // Any other answer says nothing about the payment: the page goes on asking how it stands.
  const attempt = attemptIn(await api.cancelPayment(id));
  if (attempt && isUnderWay(flow)) settleAttempt(flow, attempt);
  const after = store.get().phase;
  if (after.name === 'challenge') store.enter({ ...after, canceling: false });
};

export const createPayment = (flow: Flow, applyCode: () => void): Payment => {
  const unsettled: Unsettled = {};
  return {
    start: () => {
      start(flow, unsettled, applyCode);
    },
    resume: (id) => void follow(flow, unsettled, id),
    checkAgain: () => {
      if (!flow.store.enter({ name: 'checking', gaveUp: false }, headingFocus())) return;
      const { press, id } = unsettled;
      if (press) void send(flow, unsettled, press);
      else if (id !== undefined) void follow(flow, unsettled, id);
    },
    cancelChallenge: () => {
      if (unsettled.id !== undefined) void cancel(flow, unsettled.id);
    },
    acceptOffer: () => {
      acceptOffer(flow, () => {
        start(flow, unsettled, applyCode);
      });
    },
    declineOffer: () => void declineOffer(flow),
  };
};
