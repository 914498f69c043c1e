/**
 * Runs in the next microtask, as `queueMicrotask` does: that one Jest fakes together with its timers, and nothing
 * can fake a promise.
 */
export const soon = (run: () => void): void => void Promise.resolve().then(run);
