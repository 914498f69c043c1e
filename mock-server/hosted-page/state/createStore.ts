import { mayFollow } from './nextPhases.ts';
import type { PageChanges, PageState, Phase } from './PageState.ts';

/** The page's one state. */
export interface Store {
  readonly get: () => PageState;
  readonly set: (changes: PageChanges) => void;
  /** Goes on to a phase if it may follow the present one; says whether it did. The other changes come with it. */
  readonly enter: (phase: Phase, changes?: PageChanges) => boolean;
  readonly subscribe: (listener: (state: PageState) => void) => () => void;
}

export const createStore = (initial: PageState): Store => {
  let state = initial;
  const listeners = new Set<(state: PageState) => void>();
  const replace = (next: PageState): void => {
    state = next;
    for (const listener of [...listeners]) listener(state);
  };
  return {
    get: () => state,
    set(changes) {
      replace({ ...state, ...changes });
    },
    enter(phase, changes = {}) {
      if (!mayFollow(state.phase.name, phase.name)) return false;
      replace({ ...state, ...changes, phase });
      return true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
