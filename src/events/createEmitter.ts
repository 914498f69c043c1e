/** One kind of event and what it carries. */
type Listener<Event> = (event: Event) => void;

/** What every event has besides its own data. */
export interface EventBase<Type extends string> {
  readonly type: Type;
  /** The session's id, once it has been read. */
  readonly sessionId?: string;
  /** Milliseconds since 1970, by the clock of this device. */
  readonly timestamp: number;
  /** Stops what would follow the event. Call it before the first `await`. */
  preventDefault(): void;
  readonly defaultPrevented: boolean;
}

/** Adds the base to each kind of event in a map of their data. */
export type EventsOf<Data> = {
  [Type in keyof Data & string]: Data[Type] & EventBase<Type>;
};

export interface Emitter<Data> {
  /** Listens, and gives the function that stops listening. */
  readonly on: <Type extends keyof Data & string>(
    type: Type,
    listener: Listener<EventsOf<Data>[Type]>,
  ) => () => void;
  /** Tells every listener; `false` when one of them prevented what follows. */
  readonly emit: <Type extends keyof Data & string>(
    type: Type,
    data: Data[Type],
    lasting?: boolean,
  ) => boolean;
}

const call = (
  listener: Listener<never>,
  event: unknown,
  report: (error: unknown) => void,
): void => {
  try {
    listener(event as never);
  } catch (error) {
    report(error);
  }
};

/**
 * A typed emitter. A listener that throws is reported and stops nobody. An event emitted as lasting is
 * kept: who comes later hears it once, soon, and can prevent nothing.
 */
export function createEmitter<Data extends object>(
  base: () => { readonly sessionId?: string; readonly timestamp: number },
  report: (error: unknown) => void,
): Emitter<Data> {
  const listeners = new Map<string, Set<Listener<never>>>();
  const lasted = new Map<string, unknown>();

  return {
    on: (type, listener) => {
      const own: Listener<never> = (event) => {
        listener(event);
      };
      const group = listeners.get(type) ?? new Set();
      listeners.set(type, group.add(own));
      if (lasted.has(type)) {
        queueMicrotask(() => {
          if (group.has(own)) call(own, lasted.get(type), report);
        });
      }
      return () => {
        group.delete(own);
      };
    },
    emit: (type, data, lasting) => {
      let open = true;
      const event = {
        ...base(),
        ...data,
        type,
        defaultPrevented: false,
        preventDefault: () => {
          event.defaultPrevented ||= open;
        },
      };
      for (const listener of [...(listeners.get(type) ?? [])]) call(listener, event, report);
      open = false;
      if (lasting) lasted.set(type, event);
      return !event.defaultPrevented;
    },
  };
}
