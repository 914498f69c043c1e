import { render } from 'preact';
import type { HostedMessage } from 'paymentkit-js/hosted';
import type { Actions } from '../flow/createActions.ts';
import type { Loader } from '../flow/createLoader.ts';
import type { PageState } from '../state/PageState.ts';
import type { Store } from '../state/createStore.ts';
import { fill } from '../../page-parts/format.ts';
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

/** So long a paint may take. A frame out of sight is never painted, and no observer of layout speaks there. */
const paintLimit = 250;

/** Calls back once, when what is in the document now has been painted; at once where the frame has no size. */
const afterPaint = (call: () => void): void => {
  if (innerWidth === 0) {
    call();
    return;
  }
  let called = false;
  const once = (): void => {
    if (!called) call();
    called = true;
  };
  requestAnimationFrame(() => {
    setTimeout(once);
  });
  setTimeout(once, paintLimit);
};

/** Before the second half is asked for once more, when a screen of it waits to be shown. */
const retryTime = 5000;

const inFirstHalf: readonly string[] = ['form', 'paying', 'failed'];

/** Where a shopper goes on: at the first field that is empty or wrong, or at an ending's heading. */
const firstToFocus = (root: HTMLElement): HTMLElement | null => {
  const fields = [...root.querySelectorAll<HTMLInputElement>('.pay .in > input')];
  const open = fields.find((field) => field.value === '' || field.ariaInvalid === 'true');
  return open ?? fields[0] ?? root.querySelector<HTMLElement>('#heading');
};

/** Says once that the page is there, and again when the merchant's page has come back. */
const createReadiness = (send: ScreenOptions['send'], measure: () => void) => {
  let ready = false;
  const tell = (): void => {
    send({ t: 'h:ready', title: document.title });
    measure();
  };
  return {
    becomeReady: (): void => {
      if (!ready) afterPaint(tell);
      ready = true;
    },
    repeat: (): void => {
      if (ready) tell();
    },
  };
};

/** Draws each state, and says for the first one that it has been painted. */
const createDrawing = ({ store, actions, loader, send }: ScreenOptions, root: HTMLElement) => {
  // A window of its own has its height, and tells nobody.
  const measure = store.get().surface === 'page' ? () => undefined : createMeasure(root, send);
  const { becomeReady, repeat } = createReadiness(send, measure);
  let drawn = false;
  let focused: PageState['focus'];
  const redraw = (): void => {
    draw(store.get());
  };
  const draw = (state: PageState): void => {
    const { phase, session, focus } = state;
    document.documentElement.dataset.surface = state.surface;
    // Until there is something to show, what is there stays: at first the document's own skeleton.
    if (phase.name === 'loading') return;
    const later = loader.get();
    if (!later && !inFirstHalf.includes(phase.name)) {
      loader.load().then(redraw, () => {
        setTimeout(redraw, retryTime);
      });
      return;
    }
    if (!drawn) root.replaceChildren();
    render(<App state={state} actions={actions} later={later} />, root);
    if (session) document.title = fill(state.texts.title, { m: session.merchant.name });
    if (!drawn) measure();
    drawn = true;
    const target = focus && focus !== focused && document.getElementById(focus.id);
    // What is not there yet takes the focus when it comes.
    if (target) {
      target.focus();
      focused = focus;
      // The page around does not scroll to it by itself.
      if (state.surface === 'inline') {
        const { top, height } = target.getBoundingClientRect();
        send({ t: 'h:focused', height: top + height / 2 });
      }
    }
    if (session && phase.name !== 'failed') becomeReady();
  };
  return { draw, measure, repeat };
};

export const createScreen = (options: ScreenOptions): Screen => {
  const { store, actions } = options;
  const root = document.getElementById('checkout') ?? document.body;
  const { draw, measure, repeat } = createDrawing(options, root);
  store.subscribe(draw);
  // The first thing a shopper does fetches what comes after it.
  root.addEventListener('focusin', actions.prepare, { once: true });
  root.addEventListener('pointerdown', actions.prepare, { once: true });
  return {
    repeat,
    measure,
    focusFirst: () => {
      const first = firstToFocus(root);
      // Each time anew, also where the focus has been put before.
      if (first) store.set({ focus: { id: first.id } });
    },
  };
};
