import type { HostedInit, MerchantPage, MerchantPageOptions } from 'paymentkit-js/hosted';
import { createCheckoutApi } from './api/createCheckoutApi.ts';
import { createAppearance } from './appearance/createAppearance.ts';
import { createLoader } from './flow/createLoader.ts';
import { createPage } from './flow/createPage.ts';
import { createServerClock } from './flow/createServerClock.ts';
import { showFailed } from './flow/showFailed.ts';
import { readPageData } from './readPageData.ts';
import { createStore } from './state/createStore.ts';
import { initialState } from './state/initialState.ts';
import { createLanguage } from './texts/createLanguage.ts';
import { createScreen } from './views/createScreen.tsx';

/** What the page is started with. Nothing else comes from outside. */
export interface StartOptions {
  /** Finds the merchant's page around this one. */
  readonly connect: (options: MerchantPageOptions) => MerchantPage;
  /** The session's token, when the page has it of itself; otherwise the merchant's page hands it over. */
  readonly token: string | undefined;
}

/** So long a page waits for the page around it to speak. */
const initDeadline = 20_000;

/** Starts the page of this document. */
export const startPage = ({ connect, token: ownToken }: StartOptions): void => {
  const data = readPageData();
  const surface = data.surface === 'page' ? 'page' : 'inline';
  const store = createStore(initialState({ ...data, surface }));
  const { signal } = new AbortController();
  let token = ownToken;
  let looks: HostedInit['appearance'] = {};

  const appearance = createAppearance();
  const dress = (): void => {
    appearance.apply(looks ?? {}, store.get().session?.merchant.primary_color);
  };
  const setLanguage = createLanguage(store, data);
  const change = (changes: Partial<HostedInit>): void => {
    if (changes.appearance) {
      looks = changes.appearance;
      dress();
    }
    if (changes.prefill) page.prefill(changes.prefill);
    if (changes.locale !== undefined) void setLanguage(changes.locale);
  };
  const init = (given: HostedInit): void => {
    clearTimeout(silence);
    store.set({ surface: given.mode, redirect: given.redirect });
    change(given);
    if (token !== undefined || given.token === undefined) {
      screen.repeat();
      return;
    }
    token = given.token;
    store.set({ ownUrl: `/checkout/${encodeURIComponent(token)}` });
    void page.load();
  };

  const merchant = connect({
    allowedOrigins: data.allowedOrigins,
    handlers: {
      init,
      update: change,
      refresh: () => void page.refresh(),
      focus: () => {
        screen.focusFirst();
      },
      show: () => {
        screen.measure();
        page.refreshIfOld();
      },
      // The frame goes away, and everything with it.
      close: () => undefined,
    },
  });
  const flow = {
    store,
    api: createCheckoutApi(() => token, signal),
    clock: createServerClock(),
    send: merchant.send,
    alone: merchant.status === 'alone',
    go: (url: string): void => {
      location.replace(url);
    },
    reload: (): void => {
      location.reload();
    },
    signal,
  };
  const loader = createLoader(flow);
  const page = createPage(flow, loader);
  const screen = createScreen({ store, actions: page.actions, loader, send: merchant.send });
  let colored: string | null | undefined;
  store.subscribe(({ session }) => {
    if (session?.merchant.primary_color === colored) return;
    colored = session?.merchant.primary_color;
    dress();
  });

  const silence = setTimeout(() => {
    if (token === undefined) showFailed(flow, 'load_timeout');
  }, initDeadline);
  if (merchant.status === 'refused') store.enter({ name: 'refused', origin: merchant.origin });
  else if (token !== undefined) void page.load();
  else if (merchant.status === 'alone') store.enter({ name: 'refused', origin: undefined });
};
