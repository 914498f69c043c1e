/**
 * Stops on Ctrl-C and where it is asked to end. A shell that npx has put between does not pass that on: once it is gone,
 * nobody is left who could stop the server, and its port stays taken.
 */
export function stopWhenTold(close: () => Promise<void>): void {
  const stop = (): void => {
    void close().then(() => {
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  if (process.env['npm_command'] !== 'exec') return;
  const { ppid } = process;
  const watch = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}
