import { checkGiven } from '../options/checkGiven.ts';
import { checkListener } from '../options/checkListener.ts';
import { applyChanges } from './applyChanges.ts';
import type { Checkout } from './Checkout.ts';
import { close } from './close.ts';
import { destroy } from './createRun.ts';
import type { Run } from './Run.ts';

/** What the merchant holds. */
export function createHandle(run: Run): Checkout {
  return (run.handle = {
    get mode() {
      return run.mode;
    },
    get phase() {
      return run.phase;
    },
    get session() {
      return run.session;
    },
    ready: run.ready.promise,
    result: run.result.promise,
    on: __DEV__
      ? (type, listener) => {
          checkListener(type, listener);
          return run.on(type, listener);
        }
      : run.on,
    update: (changes) => {
      if (__DEV__) checkGiven(changes, ['locale', 'appearance', 'prefill']);
      applyChanges(run, changes);
    },
    refresh: () => {
      run.attempt?.send({ t: 's:refresh' });
      return run.wake();
    },
    focus: () => {
      // One that was over before it was shown has nothing to move the focus into.
      if (!run.signal.aborted) run.view.focus();
    },
    close: () => close(run, 'api'),
    destroy: () => destroy(run, 'destroyed'),
  });
}
