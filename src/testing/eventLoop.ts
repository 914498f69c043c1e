import { builtinModule } from './fakes/builtinModule.ts';

interface Timers {
  readonly setTimeout: (callback: () => void, milliseconds?: number) => unknown;
  readonly setImmediate?: (callback: () => void) => unknown;
}

/** Kept at import: what a test fakes later would stop the kit with it, and that may be Node's own `node:timers`, too. */
const { MessageChannel } = globalThis;
const { setTimeout, setImmediate }: Timers = globalThis;

/** A runner may have faked them before the kit came; what is faked says so. Node's own are in its module then. */
const isFaked = (): boolean => 'clock' in setTimeout || '_isMockFunction' in setTimeout;

const ofNode = (): Timers | undefined => builtinModule('node:timers') as Timers | undefined;

/** A browser has no task that comes sooner: its timers wait four milliseconds each, once some have set others off. */
function post(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(undefined);
}

/** Neither a browser has an immediate nor jsdom, and that no channel either. */
function findNextTask(): (callback: () => void) => unknown {
  const immediate = isFaked() ? undefined : setImmediate;
  return immediate ?? ofNode()?.setImmediate ?? ((MessageChannel as unknown) ? post : findPause());
}

const findPause = (): Timers['setTimeout'] =>
  (isFaked() ? ofNode()?.setTimeout : undefined) ?? setTimeout;

/** The real event loop, whatever of it a test has faked. Its timers are called as functions: a browser's are no methods. */
export const eventLoop = {
  /** Ends in a later task, by when what waits for no time has come. */
  nextTask: (): Promise<void> =>
    new Promise((resolve) => {
      const soon = findNextTask();
      soon(resolve);
    }),
  /** Ends a little later, by when work outside of the loop, such as a digest or a request, may have come further. */
  pause: (): Promise<void> =>
    new Promise((resolve) => {
      const later = findPause();
      later(resolve, 1);
    }),
};
