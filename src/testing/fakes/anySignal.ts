/** As `AbortSignal.any`, which Node before 20.3 and many a jsdom in use lack. */
export function anySignal(signals: Iterable<AbortSignal>): AbortSignal {
  const over = new AbortController();
  for (const signal of signals) {
    const end = (): void => over.abort(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { signal: over.signal });
  }
  return over.signal;
}
