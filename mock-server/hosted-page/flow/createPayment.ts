import { attemptIn } from '../api/attemptIn.ts';
import { fieldNames } from '../form/FormValues.ts';
import { validateForm } from '../form/validateForm.ts';
import { formRules } from '../state/formRules.ts';
import { paymentBody } from '../state/paymentBody.ts';
import type { Flow } from './Flow.ts';
import { followPayment } from './followPayment.ts';
import { newKey } from './newKey.ts';
import { payUntilAnswered, type Press } from './payUntilAnswered.ts';
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
}

export const createPayment = (flow: Flow): Payment => {
  const { store, api } = flow;
  let paymentId: string | undefined;
  let press: Press | undefined;

  const onLost = (): void => {
    store.enter({ name: 'checking', gaveUp: false });
  };

  const follow = async (id: string): Promise<void> => {
    paymentId = id;
    press = undefined;
    await followPayment(flow, id);
  };

  const send = async (sent: Press): Promise<void> => {
    press = sent;
    const reply = await payUntilAnswered(flow, sent, onLost);
    if (!reply) {
      store.enter({ name: 'checking', gaveUp: true });
      return;
    }
    press = undefined;
    const attempt = attemptIn(reply);
    if (!attempt) {
      await settleRefusal(flow, reply);
      return;
    }
    settleAttempt(flow, attempt);
    if (attempt.id !== undefined) await follow(attempt.id);
  };

  const start = (): void => {
    const state = store.get();
    const { session } = state;
    if (state.phase.name !== 'paying' || !session) return;
    const errors = validateForm(state.values, formRules(session, flow.clock.now()));
    const first = fieldNames.find((field) => errors[field]);
    if (first) {
      store.enter({ name: 'form' }, { errors, focus: { id: first } });
      return;
    }
    const { processing, keepOpen } = state.texts;
    store.set({ errors: {}, note: undefined, announcement: `${processing} ${keepOpen}` });
    flow.send({ t: 'h:submit' });
    flow.send({ t: 'h:processing', step: 'payment' });
    void send({ body: paymentBody(state, session), key: newKey() });
  };

  const cancel = async (id: string): Promise<void> => {
    const { phase } = store.get();
    if (phase.name !== 'challenge' || phase.canceling) return;
    store.enter({ ...phase, canceling: true });
    // Any other answer says nothing about the payment: the page goes on asking how it stands.
    const attempt = attemptIn(await api.cancelPayment(id));
    if (attempt) settleAttempt(flow, attempt);
    const after = store.get().phase;
    if (after.name === 'challenge') store.enter({ ...after, canceling: false });
  };

  return {
    start,
    resume(id) {
      void follow(id);
    },
    checkAgain() {
      if (!store.enter({ name: 'checking', gaveUp: false })) return;
      if (press) void send(press);
      else if (paymentId !== undefined) void follow(paymentId);
    },
    cancelChallenge() {
      if (paymentId !== undefined) void cancel(paymentId);
    },
  };
};
