import { z } from 'zod';
import type { Problem } from '../../domain/requests/Problem.ts';
import type { Change } from '../../resources/Resource.ts';
import { metadataField } from '../../schemas/fields.ts';
import type { InvoiceLine } from '../../store/records/InvoiceRecord.ts';
import type {
  SubscriptionItem,
  SubscriptionRecord,
} from '../../store/records/SubscriptionRecord.ts';
import { awaitPayment } from '../invoices/awaitPayment.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';
import { collectInvoice, takeMoney } from '../payments/collectInvoice.ts';
import { collectionTerms } from '../renewal/collectionTerms.ts';
import { declinedProblem } from '../payments/declinedProblem.ts';
import { closeInvoice, createInvoice } from '../invoices/payInvoice.ts';
import { planItemField, planItems } from './planItems.ts';
import { remainder, shareOf } from './remainder.ts';

export const changePlanBody = z
  .strictObject({
    items: z.array(planItemField).min(1).max(100),
    proration_behavior: z
      .enum(['always_invoice', 'create_prorations', 'none'])
      .default('create_prorations'),
    effective_at: z.enum(['immediate', 'period_end']).default('immediate'),
    reason: z.string().trim().max(1000).nullable().default(null),
    pay_before_change: z.boolean().default(true),
    metadata: metadataField.optional(),
  })
  .meta({ id: 'ChangePlan' });

type Body = z.infer<typeof changePlanBody>;

const totalOf = (items: readonly SubscriptionItem[]): number =>
  items.reduce((sum, { unit_amount_atom: unit, quantity }) => sum + unit * quantity, 0);

/** What the rest of the period costs with the new items, and what of it was billed for the old ones already. */
function prorations(
  change: Change,
  before: SubscriptionRecord,
  items: readonly SubscriptionItem[],
) {
  const { account, now } = change;
  const invoice = account.records.invoices.get(before.latest_invoice_id ?? '');
  const left = before.state === 'trialing' ? 0 : remainder(before, now);
  // A bill that was sent is owed in full, whether or not it is paid by now.
  const counts = invoice?.status === 'paid' || invoice?.status === 'open';
  const billed = counts ? shareOf(invoice, before) : 0;
  return { cost: Math.round(totalOf(items) * left), credit: Math.round(billed * left) };
}

function lineOf(
  change: Change,
  before: SubscriptionRecord,
  cost: number,
  credit: number,
): InvoiceLine {
  return {
    id: change.account.random.id('csli'),
    price_id: null,
    product_id: null,
    description: 'Change of plan, rest of the period',
    quantity: 1,
    currency: before.currency,
    unit_amount_atom: cost,
    amount_subtotal_atom: cost,
    amount_discount_atom: credit,
    amount_total_atom: cost - credit,
    billing_interval: null,
    billing_interval_count: null,
  };
}

/** Bills the difference now. A decline is returned when the change waits for the money; for a bill that is sent it cannot. */
function billNow(
  change: Change,
  before: SubscriptionRecord,
  { cost, credit }: { readonly cost: number; readonly credit: number },
  payFirst: boolean,
): Problem | undefined {
  const { account, now } = change;
  const line = lineOf(change, before, cost, credit);
  const terms = {
    line_items: [line],
    currency: before.currency,
    amount_subtotal_atom: cost,
    amount_discount_atom: credit,
    amount_total_atom: cost - credit,
    checkout_session_id: before.checkout_session_id,
    customer_id: before.customer_id,
    subscription_ids: [before.id],
    billing_reason: 'subscription_update' as const,
    ...collectionTerms(before, now),
  };
  const open = createInvoice(account, terms, now);
  if (open.due_at !== null) {
    awaitPayment(account, open);
    return undefined;
  }
  if (!payFirst) {
    collectInvoice(account, open, now);
    return undefined;
  }
  const { invoice, payment } = takeMoney(account, open, now);
  if (invoice.status === 'paid') return undefined;
  closeInvoice(account, invoice, 'void', now);
  return declinedProblem(payment);
}

/**
 * Changes what recurs: now, with the rest of the period billed at once, with the next invoice or not at all; or when the
 * period ends. A `Problem` that comes back stands with its changes: the card was declined, and nothing else changed.
 */
export function changePlan(
  change: Change,
  before: SubscriptionRecord,
  body: Body,
): SubscriptionRecord | Problem {
  const { account, now } = change;
  const items = planItems(change, before, body.items);
  const noted = { metadata: body.metadata ?? before.metadata };
  if (body.effective_at === 'period_end') {
    return changeSubscription(account, before, { ...noted, pending_items: items }, now);
  }
  let carried = before.carried_atom;
  if (body.proration_behavior !== 'none') {
    const { cost, credit } = prorations(change, before, items);
    if (body.proration_behavior === 'always_invoice' && cost > credit) {
      const problem = billNow(change, before, { cost, credit }, body.pay_before_change);
      if (problem) return problem;
    } else carried += cost - credit;
  }
  const billed = account.records.subscriptions.get(before.id) ?? before;
  const state = billed.overdue_invoice_ids.length > 0 ? 'past_due' : billed.state;
  const changes = { ...noted, items, pending_items: null, carried_atom: carried, state };
  return changeSubscription(account, billed, changes, now);
}
