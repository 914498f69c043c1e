import type { PaymentKitError } from '../errors/PaymentKitError.ts';

/** A promise with its two ends. Nobody has to listen: its rejection is never an unhandled one. */
export interface Ending<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: PaymentKitError) => void;
}

export function createEnding<Value>(): Ending<Value> {
  let resolve: Ending<Value>['resolve'] = () => undefined;
  let reject: Ending<Value>['reject'] = () => undefined;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
