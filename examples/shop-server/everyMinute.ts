/** Does something once a minute, and not again while the last time goes on, as when PaymentKit is slow. Returns its end. */
export function everyMinute(work: () => Promise<void>): () => void {
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    void work().finally(() => {
      isBusy = false;
    });
  }, 60_000);
  return () => {
    clearInterval(timer);
  };
}
