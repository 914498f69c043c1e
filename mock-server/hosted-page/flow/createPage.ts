import { sessionIn } from '../api/sessionIn.ts';
import type { FieldName } from '../form/FormValues.ts';
import { nothingTried } from '../state/nothingTried.ts';
import { prefillValues, type Prefill } from '../state/prefillValues.ts';
import { createForm, type Form } from './createForm.ts';
import type { Loader } from './createLoader.ts';
import type { Flow } from './Flow.ts';
import { cancelCheckout, leave } from './leave.ts';
import type { Later } from './Later.ts';
import { showFailed } from './showFailed.ts';
import { showForm } from './showForm.ts';
import { watchSession } from './watchSession.ts';

/** Everything a shopper can do on the page. */
export interface Actions {
  readonly form: Form;
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
  readonly cancel: () => void;
  readonly leave: () => void;
  readonly retry: () => void;
  readonly showAllLines: () => void;
}

/** The checkout of one session, from the first read to its end. */
export interface Page {
  readonly actions: Actions;
  readonly load: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Reads the session again if the last time is a while ago. */
  readonly refreshIfOld: () => void;
  readonly prefill: (prefill: Prefill) => void;
}

const old = 30_000;

const wasReloaded = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');

const createReading = (flow: Flow, loader: Loader, prefill: () => Prefill) => {
  const { store, api, signal } = flow;
  let lastRead = 0;
  const read = async (first: boolean): Promise<void> => {
    lastRead = performance.now();
    const reply = await api.readSession();
    const session = reply.status === 200 ? sessionIn(reply.body) : undefined;
    // Only the form can be out of date; a read that fails leaves it as it is, for Pay to find out.
    if (signal.aborted || (!first && (!session || store.get().phase.name !== 'form'))) return;
    if (!session) {
      showFailed(flow, reply.code === '' ? 'api_error' : reply.code);
      return;
    }
    flow.clock.set(session.server_time);
    if (session.state === 'open') showForm(flow, session, prefill());
    else (await loader.load()).showClosed(session, first && wasReloaded());
  };
  const load = (): Promise<void> =>
    read(true).catch(() => {
      showFailed(flow, 'network');
    });
  const refresh = async (): Promise<void> => {
    if (store.get().phase.name === 'form') await read(false).catch(() => undefined);
  };
  const refreshIfOld = (): void => {
    if (performance.now() - lastRead >= old) void refresh();
  };
  return { load, refresh, refreshIfOld };
};

const createActions = (flow: Flow, loader: Loader, load: () => Promise<void>): Actions => {
  const { store } = flow;
  const withLater = (use: (later: Later) => void, failed = (): void => undefined): void => {
    loader.load().then(use, failed);
  };
  const patchCode = (changes: Partial<ReturnType<typeof store.get>['promotion']>): void => {
    store.set({ promotion: { ...store.get().promotion, ...changes } });
  };
  return {
    form: createForm(store, flow.clock),
    prepare() {
      withLater(() => undefined);
    },
    blur(field) {
      loader.get()?.blur(field);
    },
    openCode() {
      if (store.get().phase.name !== 'form') return;
      patchCode({ open: true });
      store.set({ focus: { id: 'promotion' } });
    },
    typeCode(code) {
      patchCode({ code, error: undefined });
    },
    applyCode() {
      withLater(
        (later) => {
          later.applyCode();
        },
        () => {
          patchCode({ error: 'codeFailed' });
        },
      );
    },
    removeCode() {
      withLater((later) => {
        later.removeCode();
      });
    },
    pay() {
      // A second press finds the phase changed: that is what makes two clicks one payment.
      if (store.get().phase.name !== 'form' || !store.enter({ name: 'paying' })) return;
      withLater(
        (later) => {
          later.payment.start();
        },
        () => {
          store.enter({ name: 'form' }, { note: nothingTried, focus: { id: 'note' } });
        },
      );
    },
    checkAgain: () => loader.get()?.payment.checkAgain(),
    cancelChallenge: () => loader.get()?.payment.cancelChallenge(),
    cancel() {
      cancelCheckout(flow);
    },
    leave() {
      leave(flow);
    },
    retry() {
      const { phase } = store.get();
      if (phase.name !== 'failed' || phase.retrying) return;
      store.enter({ ...phase, retrying: true });
      // The merchant's page has never spoken: only a new document can say hello again.
      if (phase.code === 'load_timeout') flow.reload();
      else void load();
    },
    showAllLines() {
      store.set({ allLines: true });
    },
  };
};

export const createPage = (flow: Flow, loader: Loader): Page => {
  const { store } = flow;
  let known: Prefill = {};
  const reading = createReading(flow, loader, () => known);
  watchSession(flow, reading);
  return {
    actions: createActions(flow, loader, reading.load),
    ...reading,
    prefill(prefill) {
      const { values, session } = store.get();
      const filled = prefillValues(values, known, prefill, session?.customer ?? null);
      known = prefill;
      store.set({ values: filled });
    },
  };
};
