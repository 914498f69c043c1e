/** As `throwIfAborted` of a signal, which that of Jest 29's jsdom lacks, together with its reason. */
export function checkAborted(signal: AbortSignal | null | undefined): void {
  if (signal?.aborted) throw (signal.reason as Error | undefined) ?? new Error('aborted');
}
