import type { FieldName } from '../form/FormValues.ts';
import { nothingTried } from '../state/nothingTried.ts';
import type { PromotionState } from '../state/PageState.ts';
import { cancelCheckout } from './ending/cancelCheckout.ts';
import { createForm, type Form } from './typing/createForm.ts';
import type { Loader } from './createLoader.ts';
import type { Flow } from './Flow.ts';
import type { Later } from './Later.ts';

/** Everything a shopper can do on the page. */
export interface Actions extends Form {
  /** The shopper does something: what comes after the form may be needed. */
  readonly prepare: () => void;
  readonly blur: (field: FieldName) => void;
  readonly openCode: () => void;
  readonly typeCode: (code: string) => void;
  readonly applyCode: () => void;
  readonly removeCode: () => void;
  readonly pay: () => void;
  readonly checkAgain: () => void;
  readonly cancelChallenge: () => void;
  readonly acceptOffer: () => void;
  readonly declineOffer: () => void;
  readonly useTestCard: (number: string) => void;
  readonly cancel: () => void;
  readonly leave: () => void;
  readonly retry: () => void;
  /** Unfolds the order, and goes on at the first line that was folded away. */
  readonly showAllLines: (next: { readonly id: string } | undefined) => void;
}

type WithLater = (use: (later: Later) => void, failed?: () => void) => void;

const codeActions = ({ store }: Flow, withLater: WithLater) => {
  const patch = (changes: Partial<PromotionState>): void => {
    store.set({ promotion: { ...store.get().promotion, ...changes } });
  };
  return {
    openCode: () => {
      if (store.get().phase.name !== 'form') return;
      patch({ open: true });
      store.set({ focus: { id: 'promotion' } });
    },
    typeCode: (code: string) => {
      patch({ code, error: undefined });
    },
    applyCode: () => {
      withLater(
        (later) => {
          later.applyCode();
        },
        () => {
          patch({ error: 'codeFailed' });
        },
      );
    },
    removeCode: () => {
      withLater((later) => {
        later.removeCode();
      });
    },
  };
};

const payActions = ({ store }: Flow, withLater: WithLater, loader: Loader) => ({
  pay: () => {
    const { phase, promotion } = store.get();
    // While a code is on its way, nobody knows what will be paid.
    if (phase.name !== 'form' || promotion.busy) return;
    // A second press finds the phase changed: that is what makes two clicks one payment.
    store.enter({ name: 'paying' });
    withLater(
      (later) => {
        later.payment.start();
      },
      () => {
        store.enter({ name: 'form' }, { note: nothingTried, focus: { id: 'note' } });
      },
    );
  },
  blur: (field: FieldName) => loader.get()?.blur(field),
  checkAgain: () => loader.get()?.payment.checkAgain(),
  cancelChallenge: () => loader.get()?.payment.cancelChallenge(),
  acceptOffer: () => loader.get()?.payment.acceptOffer(),
  declineOffer: () => loader.get()?.payment.declineOffer(),
});

export const createActions = (flow: Flow, loader: Loader, load: () => Promise<void>): Actions => {
  const { store } = flow;
  const withLater: WithLater = (use, failed) => {
    loader.load().then(use, failed ?? (() => undefined));
  };
  const leave = (): void => {
    withLater((later) => {
      later.leave();
    });
  };
  return {
    ...createForm(store),
    ...codeActions(flow, withLater),
    ...payActions(flow, withLater, loader),
    prepare: () => {
      withLater(() => undefined);
    },
    cancel: () => {
      cancelCheckout(flow, leave);
    },
    leave,
    useTestCard: (number) => loader.get()?.useTestCard(number),
    retry: () => {
      const { phase, texts } = store.get();
      if (phase.name !== 'failed' || phase.retrying) return;
      // The button goes away with the failure, and with it the focus it had: the form's first field takes it.
      store.enter(
        { ...phase, retrying: true },
        { announcement: texts.loading, focus: { id: 'email' } },
      );
      // The merchant's page has never spoken: only a new document can say hello again.
      if (phase.code === 'load_timeout') flow.reload();
      else void load();
    },
    showAllLines: (next) => {
      // The button goes away, and with it the focus it had.
      store.set({ allLines: true, focus: next });
    },
  };
};
