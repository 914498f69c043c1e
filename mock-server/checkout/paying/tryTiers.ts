import { putPayment } from '../../billing/payments/putPayment.ts';
import { cardVerdict, type CardVerdict } from '../../domain/cards/cardVerdict.ts';
import { orderNeedsCard } from '../../domain/cards/orderNeedsCard.ts';
import { base64url } from '../../domain/sessions/secureToken.ts';
import { staysWithin } from '../../domain/pricing/staysWithin.ts';
import type { CardOutcome } from '../../domain/cards/testCards.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentAttempt, PaymentRecord } from '../../store/records/PaymentRecord.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { atTier, tierOrder } from './atTier.ts';
import { completeSession } from './completeSession.ts';
import { endPayment } from './endPayment.ts';
import { usableProcessors } from './usableProcessors.ts';

const noProcessor = 'no_processor_available';

const challengeTime = 10 * 60 * 1000;

const outcomes = {
  charge: 'succeeded',
  challenge: 'requires_action',
  wait: 'processing',
  decline: 'declined',
} as const;

/** How often this card has failed for this session. The number is not kept, so its last four digits stand for it. */
function failuresOf(account: Account, session: SessionRecord, { card }: PaymentRecord): number {
  return session.payment_ids.filter((id) => {
    const payment = account.records.payments.get(id);
    return payment?.status === 'failed' && payment.card.last4 === card.last4;
  }).length;
}

/** A processor takes the card: the session is about this tier from now on, whatever comes of it. */
function goOn(
  account: Account,
  session: SessionRecord,
  payment: PaymentRecord,
  accepted: { readonly tier: number; readonly verdict: CardVerdict },
  now: number,
): PaymentRecord {
  const { tier, verdict } = accepted;
  const order = atTier(session, tier);
  account.records.sessions.put({ ...session, ...order });
  const going = { ...payment, amount_atom: order.amount_total_atom };
  if (verdict.kind === 'challenge') {
    account.due.add({ at: now + challengeTime, kind: 'challenge.time_out', id: payment.id });
    const challenge_id = base64url(account.random.bytes(16));
    return putPayment(account, { ...going, status: 'requires_action', challenge_id }, now);
  }
  if (verdict.kind === 'wait') {
    account.due.add({ at: now + verdict.seconds * 1000, kind: 'payment.settle', id: payment.id });
    return putPayment(account, going, now);
  }
  return endPayment(account, going, { kind: 'succeed' }, now);
}

/** A tier that costs nothing needs no card: this one has failed, and the order is given away. */
function giveAway(account: Account, payment: PaymentRecord, tier: number, now: number): void {
  const { sessions } = account.records;
  const code = payment.attempts.at(-1)?.decline_code ?? noProcessor;
  const { session_id, email, name } = endPayment(account, payment, { kind: 'decline', code }, now);
  const session = sessions.get(session_id ?? '');
  if (!session) throw new Error('A payment without a session.');
  const free = sessions.put({ ...session, ...atTier(session, tier) });
  completeSession(account, free, { email, name }, undefined, now);
}

/**
 * Asks the processors of a session's tier, one after the other, and then those of the next tier, until one takes the card.
 * What the shopper agreed to is the ceiling: a tier above it ends the payment, and the shopper is asked first.
 * Nothing comes back when it ends at a tier that costs nothing.
 */
export function tryTiers(
  account: Account,
  session: SessionRecord,
  started: PaymentRecord,
  card: CardOutcome,
  now: number,
): PaymentRecord | undefined {
  const failures = failuresOf(account, session, started);
  const threeDSecure = session.card_checkout_settings?.three_d_secure ?? 'automatic';
  const attempts: PaymentAttempt[] = [];
  const payment = { ...started, attempts };
  const last = session.cascade_tiers?.length ?? 0;
  for (let tier = session.current_tier; tier <= last; tier += 1) {
    const order = tierOrder(session, tier);
    if (!staysWithin(session, order))
      return endPayment(account, payment, { kind: 'ask', tier }, now);
    const isFallback = tier > session.current_tier;
    if (isFallback && !orderNeedsCard(order)) {
      giveAway(account, payment, tier, now);
      return undefined;
    }
    for (const [place, processor] of usableProcessors(account, session, tier).entries()) {
      const amount = order.amount_total_atom;
      const verdict = cardVerdict(card, { amount, failures, threeDSecure, place });
      const decline_code = verdict.kind === 'decline' ? verdict.code : null;
      const outcome = outcomes[verdict.kind];
      attempts.push({ tier, processor_id: processor.id, outcome, decline_code, at: now });
      if (verdict.kind === 'decline') continue;
      return goOn(account, session, payment, { tier, verdict }, now);
    }
  }
  const code = attempts.at(-1)?.decline_code ?? noProcessor;
  return endPayment(account, payment, { kind: 'decline', code }, now);
}
