import type { Reply } from '../../page-parts/requestReply.ts';
import { sessionIn, type Session } from './Session.ts';

/** How a payment stands. */
export interface Attempt {
  readonly id: string | undefined;
  readonly status: string;
  readonly declineCode: string | undefined;
  /** Where the bank asks the shopper, while it does. */
  readonly challengeUrl: string | undefined;
  readonly session: Session | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The attempt in a 200 or in a decline; every other answer is about the request, not about a payment. */
export const attemptIn = ({ status, code, body }: Reply): Attempt | undefined => {
  const declined = status === 402 && code === 'card_declined';
  if (status !== 200 && !declined) return undefined;
  const next = body.next_action as { url?: unknown } | null | undefined;
  return {
    id: text(body.payment_intent_id),
    status: declined ? 'declined' : (text(body.status) ?? ''),
    declineCode: text(body.decline_code),
    challengeUrl: text(next?.url),
    session: sessionIn(body),
  };
};
