import { constants } from 'node:os';

/** How long the end may take once Ctrl-C is pressed. */
const deadlineMs = 900;

/**
 * Ends this process, after `stop`, when a signal asks for it or when the process that started it is
 * gone. Exits as shells expect: 130 for Ctrl-C.
 */
export function onInterrupt(stop: () => Promise<void> | void): void {
  let stopping = false;
  const end = (code: number): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code), deadlineMs);
    void Promise.resolve(stop()).finally(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      end(128 + constants.signals[signal]);
    });
  }
  process.on('disconnect', () => {
    end(1);
  });
  // A channel that is listened to would keep a process alive that has nothing left to do.
  process.channel?.unref();
}
