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

const next: Readonly<Record<CheckoutPhase, string>> = {
  loading: 'ready completed expired canceled failed',
  ready: 'processing completed expired canceled failed',
  processing: 'ready completed expired failed',
  failed: 'loading completed expired canceled',
  completed: '',
  canceled: '',
  expired: '',
  destroyed: '',
};

/** Whether a checkout may go from one phase to another. Anything may be destroyed, once. */
export const mayFollow = (from: CheckoutPhase, to: CheckoutPhase): boolean =>
  to === 'destroyed' ? from !== to : next[from].split(' ').includes(to);
