/**
 * Resolves once everything else that waits had its turn: requests that have come, timers that are over. No timer of its
 * own, which a test may have stopped.
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
