import type { PaymentKitError } from '../../errors/PaymentKitError.ts';

/** A promise with its two ends. Nobody has to listen: its rejection is never an unhandled one. */
export interface Ending<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: PaymentKitError) => void;
}

export function createEnding<Value>(): Ending<Value> {
  const ends: object = {};
  const promise = new Promise<Value>((resolve, reject) => Object.assign(ends, { resolve, reject }));
  promise.catch(() => undefined);
  return Object.assign(ends, { promise }) as Ending<Value>;
}
