/** Listeners by type, with signals or for once, and events that claim what they like. */
export interface FakeWindow {
  readonly addEventListener: (
    type: string,
    listener: (event: never) => void,
    options?: { readonly signal?: AbortSignal; readonly once?: true },
  ) => void;
  readonly dispatch: (type: string, event: object) => void;
  /** How many listeners of a type are there. */
  readonly count: (type: string) => number;
}

/**
 * What listens like a window. A real one cannot be told that an event is trusted, or where it comes
 * from: this one takes the test's word for it.
 */
export function createFakeWindow(): FakeWindow {
  const listeners = new Map<string, Set<(event: never) => void>>();
  const of = (type: string): Set<(event: never) => void> => {
    const group = listeners.get(type) ?? new Set();
    listeners.set(type, group);
    return group;
  };
  return {
    addEventListener: (type, listener, { signal, once } = {}) => {
      if (signal?.aborted) return;
      const hear = once
        ? (event: never): void => {
            of(type).delete(hear);
            listener(event);
          }
        : listener;
      of(type).add(hear);
      signal?.addEventListener('abort', () => of(type).delete(hear));
    },
    dispatch: (type, event) => {
      for (const listener of [...of(type)]) listener(event as never);
    },
    count: (type) => of(type).size,
  };
}
