import type { CardOutcome } from './testCards.ts';

export type ThreeDSecure = 'automatic' | 'required' | 'off';

export type CardVerdict =
  | { readonly kind: 'charge' }
  | { readonly kind: 'challenge' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'decline'; readonly code: string };

/** What the bank says to a test card, asked by one processor. */
export function cardVerdict(
  outcome: CardOutcome,
  attempt: {
    readonly amount: number;
    /** How often this card has already failed for this session. */
    readonly failures: number;
    readonly threeDSecure: ThreeDSecure;
    /** How many processors of the same route this card was tried with before this one. */
    readonly place: number;
  },
): CardVerdict {
  const { amount, failures, threeDSecure, place } = attempt;
  if (outcome.kind === 'declines' && amount > (outcome.above ?? -1)) {
    return { kind: 'decline', code: outcome.code };
  }
  const declinesNow =
    (outcome.kind === 'fails_once' && failures === 0) ||
    (outcome.kind === 'declines_first' && place === 0);
  if (declinesNow) {
    return { kind: 'decline', code: outcome.code };
  }
  const asks = threeDSecure === 'required' || outcome.kind === 'asks_for_challenge';
  if (asks && threeDSecure !== 'off') return { kind: 'challenge' };
  if (outcome.kind === 'takes_a_while') return { kind: 'wait', seconds: outcome.seconds };
  return { kind: 'charge' };
}
