/** One kind of event and what it carries. */
type Listener<Event> = (event: Event) => void;

/** What every event has besides its own data. */
export interface EventBase<Type extends string> {
  /** Its name: what `on` listens to. */
  readonly type: Type;
  /** The session's id, once it has been read. */
  readonly sessionId?: string | undefined;
  /** Milliseconds since 1970, by the clock of this device. */
  readonly timestamp: number;
  /** Stops what would follow the event. Call it before the first `await`. */
  preventDefault(): void;
  /** Whether a listener has stopped it. */
  readonly defaultPrevented: boolean;
}

/** Adds the base to each kind of event in a map of their data. */
export type EventsOf<Data> = {
  [Type in keyof Data & string]: Data[Type] & EventBase<Type>;
};

/** What whoever emits knows of every event. */
type Base = Pick<EventBase<string>, 'sessionId' | 'timestamp'>;

export interface Emitter<Data> {
  /** Listens, and gives the function that stops listening. */
  readonly on: <Type extends keyof Data & string>(
    type: Type,
    listener: Listener<EventsOf<Data>[Type]>,
  ) => () => void;
  /** Tells every listener; `false` when one of them prevented what follows. */
  readonly emit: <Type extends keyof Data & string>(
    type: Type,
    data: Data[Type] & Base,
    lasting?: boolean,
  ) => boolean;
}

/**
 * A typed emitter. A listener that throws is reported and stops nobody. An event emitted as lasting is
 * kept: who comes later hears it once, soon, and can prevent nothing.
 */
export function createEmitter<Data extends object>(
  report: (error: unknown) => void,
): Emitter<Data> {
  type Entry = readonly [type: keyof Data, listener: Listener<never>];
  const entries = new Set<Entry>();
  const lasted: { [Type in keyof Data]?: unknown } = {};
  const call = (entry: Entry, event: unknown): void => {
    try {
      if (entries.has(entry)) entry[1](event as never);
    } catch (error) {
      report(error);
    }
  };

  return {
    on: (type, listener) => {
      const entry: Entry = [type, listener];
      entries.add(entry);
      // A promise's turn: test runners fake `queueMicrotask` together with the timers.
      if (lasted[type]) void Promise.resolve().then(() => call(entry, lasted[type]));
      return () => void entries.delete(entry);
    },
    emit: (type, data, lasting) => {
      let open = true;
      const event = {
        ...data,
        type,
        defaultPrevented: false,
        preventDefault: () => {
          event.defaultPrevented ||= open;
        },
      };
      // Before anybody is told: who begins to listen meanwhile is late, too.
      if (lasting) lasted[type] = event;
      for (const entry of [...entries]) if (entry[0] === type) call(entry, event);
      open = false;
      return !event.defaultPrevented;
    },
  };
}
