import { builtinModule } from './fakes/builtinModule.ts';

type Timer = (callback: () => void, milliseconds?: number) => unknown;

interface Timers {
  readonly setTimeout: Timer;
  readonly setImmediate?: Timer;
}

type Channels = Partial<Pick<typeof globalThis, 'MessageChannel'>>;

/** Kept at import: what a test fakes later would stop the kit with it, and that may be Node's own `node:timers`, too. */
const { setTimeout, setImmediate }: Timers = globalThis;
const { MessageChannel }: Channels = globalThis;

/** What is faked says so: by its clock, as a mock, and in node:test by being a private method. */
const isFaked = (timer: Timer): boolean =>
  'clock' in timer || '_isMockFunction' in timer || timer.name.includes('#');

/** A runner may have faked it before the kit came. */
const unlessFaked = (timer: Timer | undefined): Timer | undefined =>
  timer && !isFaked(timer) ? timer : undefined;

/** Where a runner fakes the globals alone, Node's own are in its module. */
const ofNode = (name: keyof Timers): Timer | undefined =>
  unlessFaked((builtinModule('node:timers') as Timers | undefined)?.[name]);

/** Node's is faked by nobody; happy-dom's waits for timers, and jsdom has none. */
const findChannel = (): Channels['MessageChannel'] =>
  (builtinModule('node:worker_threads') as Channels | undefined)?.MessageChannel ?? MessageChannel;

/** A browser has no task that comes sooner: its timers wait four milliseconds each, once some have set others off. */
function findPost(): Timer | undefined {
  const Channel = findChannel();
  if (!Channel) return undefined;
  return (callback) => {
    const { port1, port2 } = new Channel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(undefined);
  };
}

/** Neither a browser has an immediate nor jsdom. */
const findTask = (): Timer =>
  unlessFaked(setImmediate) ?? ofNode('setImmediate') ?? findPost() ?? findPause();

const findPause = (): Timer =>
  unlessFaked(setTimeout) ?? ofNode('setTimeout') ?? findPost() ?? setTimeout;

/** The real event loop, whatever of it a test has faked. Its timers are called as functions: a browser's are no methods. */
export const eventLoop = {
  /** Ends in a later task, by when what waits for no time has come. */
  nextTask: (): Promise<void> =>
    new Promise((resolve) => {
      const soon = findTask();
      soon(resolve);
    }),
  /** Ends a little later, by when work outside of the loop, such as a digest or a request, may have come further. */
  pause: (): Promise<void> =>
    new Promise((resolve) => {
      const later = findPause();
      later(resolve, 1);
    }),
};
