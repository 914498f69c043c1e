import type { Store } from '../state/createStore.ts';

/**
 * An ending's heading takes focus, so that a screen reader reads it. Not before the shopper has been here: a frame that
 * takes focus while it loads would scroll the merchant's page.
 */
export const announceEnding = (store: Store): void => {
  if (document.hasFocus()) store.set({ focus: { id: 'heading' }, announcement: '' });
};
