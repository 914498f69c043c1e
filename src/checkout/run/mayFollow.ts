/** Where a checkout stands. `completed`, `canceled`, `expired` and an unrecoverable `failed` are final. */
export type CheckoutPhase =
  | 'loading'
  | 'ready'
  | 'processing'
  | 'completed'
  | 'canceled'
  | 'expired'
  | 'failed'
  | 'destroyed';

/** Whether a checkout may go from one phase to another. Anything may be destroyed, once. */
export function mayFollow(from: CheckoutPhase, to: CheckoutPhase): boolean {
  // What may not follow. A phase that is not here is final.
  const barred: Partial<Record<CheckoutPhase, string>> = {
    loading: 'loading processing',
    ready: 'loading ready',
    processing: 'loading processing canceled',
    failed: 'ready processing failed',
  };
  return to === 'destroyed' ? from !== to : !(barred[from] ?? to).includes(to);
}
