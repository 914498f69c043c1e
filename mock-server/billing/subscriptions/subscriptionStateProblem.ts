import { Problem } from '../../domain/requests/Problem.ts';

/** Why a subscription in this state cannot do what was asked. */
export const subscriptionStateProblem = (state: string, allowed: string): Problem =>
  new Problem(409, 'subscription_state', `This subscription is ${state}. It must be ${allowed}.`);
