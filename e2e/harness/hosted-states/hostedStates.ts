import { formStates } from './formStates.ts';
import type { HostedState } from './HostedState.ts';
import { paymentStates } from './paymentStates.ts';

/** Every state of the hosted page that a shopper can come to, and how. */
export const hostedStates: readonly HostedState[] = [...formStates, ...paymentStates];

export function hostedState(name: string): HostedState {
  const state = hostedStates.find((one) => one.name === name);
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  return state;
}
