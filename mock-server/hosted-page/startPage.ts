import type {
  HostedChanges,
  HostedInit,
  MerchantPage,
  MerchantPageHandlers,
} from 'paymentkit-js/hosted';
import { createCheckoutApi } from './api/createCheckoutApi.ts';
import { createDress } from './appearance/createDress.ts';
import { createActions } from './flow/createActions.ts';
import { createLoader, type Loader } from './flow/createLoader.ts';
import { createReading, type Reading } from './flow/reading/createReading.ts';
import { createServerClock } from './flow/createServerClock.ts';
import type { Flow } from './flow/Flow.ts';
import { showFailed } from './flow/reading/showForm.ts';
import { tellKeys } from './flow/typing/tellKeys.ts';
import { watchSession } from './flow/reading/watchSession.ts';
import type { Opening } from './opening/Opening.ts';
import { createStore } from './state/createStore.ts';
import { initialPageState } from './state/PageState.ts';
import { prefillValues, type Prefill } from './state/prefillValues.ts';
import { createScreen, type Screen } from './views/createScreen.tsx';

/** So long a page waits for the page around it to speak. */
const silenceLimit = 20_000;

/** What the page learns from outside while it is there. */
interface Known {
  token: string | undefined;
  looks: NonNullable<HostedInit['appearance']>;
  prefill: Prefill;
}

const createFlow = (
  { data, takeAnswer }: Opening,
  known: Known,
  merchant: () => MerchantPage,
): Flow => {
  const surface = data.surface === 'page' ? 'page' : 'inline';
  const store = createStore(initialPageState({ surface, locale: data.locale, texts: data.texts }));
  const { signal } = new AbortController();
  const dress = createDress();
  return {
    store,
    api: createCheckoutApi(() => known.token, takeAnswer, signal),
    clock: createServerClock(),
    send: (message) => {
      merchant().send(message);
    },
    alone: () => merchant().status === 'alone',
    around: () => merchant().origin,
    go: (url) => {
      location.replace(url);
    },
    reload: () => {
      location.reload();
    },
    dress: (session = store.get().session) => dress(known.looks, session?.merchant.primary_color),
    signal,
  };
};

const createChange =
  ({ store, dress }: Flow, loader: Loader, known: Known) =>
  ({ appearance, prefill, locale }: HostedChanges): void => {
    if (appearance) {
      known.looks = appearance;
      void dress();
    }
    if (prefill) {
      const { values, session } = store.get();
      const filled = prefillValues(values, known.prefill, prefill, session?.customer ?? null);
      known.prefill = prefill;
      store.set({ values: filled });
    }
    if (locale?.split('-')[0] === store.get().locale || locale === undefined) return;
    loader.load().then(
      (later) => {
        later.setLanguage(locale);
      },
      () => undefined,
    );
  };

const createHandlers = (
  { store }: Flow,
  page: {
    known: Known;
    reading: Reading;
    screen: () => Screen;
    change: (changes: HostedChanges) => void;
  },
): MerchantPageHandlers => {
  const { known, reading, screen, change } = page;
  return {
    init: ({ token, mode, redirect, ...changes }) => {
      store.set({ surface: mode === 'popup' ? 'page' : mode, redirect });
      change(changes);
      if (known.token !== undefined || token === undefined) {
        // The merchant's page has come back to a page that is under way.
        screen().repeat();
        return;
      }
      known.token = token;
      store.set({ ownUrl: `/checkout/${encodeURIComponent(token)}` });
      void reading.load();
    },
    update: change,
    refresh: () => void reading.refresh(),
    focus: () => {
      screen().focusFirst();
    },
    show: () => {
      screen().measure();
      reading.refreshIfOld();
    },
    // A frame goes away, and everything with it; a window closes.
    close: () => {
      if (store.get().surface === 'page') window.close();
    },
  };
};

/** Takes over from what the document has begun. */
export const startPage = (opening: Opening): void => {
  const { data, token, listen } = opening;
  const known: Known = { token, looks: {}, prefill: {} };
  const flow = createFlow(opening, known, () => merchant);
  const { store } = flow;
  const loader = createLoader(flow, data.languages);
  const reading = createReading(flow, loader, () => known.prefill);
  const actions = createActions(flow, loader, reading.load);
  const change = createChange(flow, loader, known);
  const merchant = listen(createHandlers(flow, { known, reading, screen: () => screen, change }));
  const screen = createScreen({ store, actions, loader, send: flow.send });
  watchSession(flow, reading);
  tellKeys(flow);
  if (merchant.status === 'refused') store.enter({ name: 'refused', origin: merchant.origin });
  else if (token !== undefined) void reading.load();
  // A frame's document at top level: nobody will ever hand it a token.
  else if (merchant.status === 'alone') store.enter({ name: 'refused', origin: undefined });
  else {
    setTimeout(() => {
      if (known.token === undefined) showFailed(flow, 'load_timeout');
    }, silenceLimit);
  }
};
