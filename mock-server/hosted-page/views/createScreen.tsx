import { render } from 'preact';
import type { HostedMessage } from 'paymentkit-js/hosted';
import type { Actions } from '../flow/createPage.ts';
import type { Loader } from '../flow/createLoader.ts';
import type { PageState } from '../state/PageState.ts';
import type { Store } from '../state/createStore.ts';
import { fill } from '../texts/fill.ts';
import { App } from './App.tsx';
import { createMeasure } from './createMeasure.ts';

/** What is on the screen, and what the merchant's page is told of it. */
export interface Screen {
  /** Sends everything that describes the present screen again: the merchant's page has come back. */
  readonly repeat: () => void;
  /** Sends the height again, at the next layout. */
  readonly measure: () => void;
  readonly focusFirst: () => void;
}

interface ScreenOptions {
  readonly store: Store;
  readonly actions: Actions;
  readonly loader: Loader;
  readonly send: (message: HostedMessage) => void;
}

/** Calls back when what is in the document now has been painted; at once where nothing is: such a frame has no size. */
const afterPaint = (call: () => void): void => {
  if (innerWidth === 0) call();
  else {
    requestAnimationFrame(() => {
      setTimeout(call);
    });
  }
};

const inFirstHalf: readonly string[] = ['form', 'paying', 'failed'];
const focusable = 'input:not([readonly]), [tabindex="-1"], button, a';

export const createScreen = ({ store, actions, loader, send }: ScreenOptions): Screen => {
  const root = document.getElementById('checkout') ?? document.body;
  const measure = createMeasure(root, send);
  let drawn = false;
  let ready = false;
  let focused: PageState['focus'];

  const sendReady = (): void => {
    send({ t: 'h:ready', title: document.title });
  };
  const draw = (state: PageState): void => {
    const { phase, session, texts, focus } = state;
    document.documentElement.dataset.surface = state.surface;
    const Later = loader.get()?.Screen;
    // Until there is something to show, what is there stays: at first the document's own skeleton.
    if (phase.name === 'loading') return;
    if (!Later && !inFirstHalf.includes(phase.name)) {
      loader.load().then(redraw, () => undefined);
      return;
    }
    if (!drawn) root.replaceChildren();
    render(<App state={state} actions={actions} Later={Later} />, root);
    if (session) document.title = fill(texts.title, { m: session.merchant.name });
    if (!drawn) measure();
    drawn = true;
    if (focus && focus !== focused) document.getElementById(focus.id)?.focus();
    focused = focus;
    if (ready || !session || phase.name === 'failed') return;
    ready = true;
    afterPaint(sendReady);
  };
  const redraw = (): void => {
    draw(store.get());
  };
  store.subscribe(draw);
  // The first thing a shopper does fetches what comes after it.
  root.addEventListener('focusin', actions.prepare, { once: true });
  root.addEventListener('pointerdown', actions.prepare, { once: true });

  return {
    repeat() {
      if (ready) sendReady();
      measure();
    },
    measure,
    focusFirst() {
      root.querySelector<HTMLElement>(focusable)?.focus();
    },
  };
};
