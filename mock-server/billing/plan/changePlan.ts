import { z } from 'zod';
import { Problem } from '../../domain/requests/Problem.ts';
import type { Change } from '../../resources/Resource.ts';
import { metadataField } from '../../schemas/fields.ts';
import type { InvoiceLine, InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type {
  SubscriptionItem,
  SubscriptionRecord,
} from '../../store/records/SubscriptionRecord.ts';
import { awaitPayment } from '../invoices/awaitPayment.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';
import { collectInvoice, takeMoney } from '../payments/collectInvoice.ts';
import { collectionTerms } from '../renewal/collectionTerms.ts';
import { declinedProblem } from '../payments/declinedProblem.ts';
import { closeInvoice } from '../invoices/closeInvoice.ts';
import { createInvoice } from '../invoices/createInvoice.ts';
import { planItemField, planItems } from './planItems.ts';
import { prorate, type Proration } from './prorate.ts';
import { remainder } from './remainder.ts';
import { withChange } from './withChange.ts';
import { withinPaid } from './withinPaid.ts';

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

/**
 * Bills now what is due, and returns the bill. A decline is returned when the change waits for the money; for a bill
 * that is sent it cannot.
 */
function billNow(
  change: Change,
  before: SubscriptionRecord,
  { cost, credit }: Pick<Proration, 'cost' | 'credit'>,
  payFirst: boolean,
): Problem | InvoiceRecord {
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
  if (open.due_at !== null) return awaitPayment(account, open);
  if (!payFirst) return collectInvoice(account, open, now).invoice;
  const { invoice, payment } = takeMoney(account, open, now);
  if (invoice.status === 'paid') return invoice;
  closeInvoice(account, invoice, 'void', now);
  return declinedProblem(payment);
}

/** Bills the difference, and what was carried, as it is to be billed, and says what the subscription has to know of that. */
function settle(
  change: Change,
  before: SubscriptionRecord,
  items: readonly SubscriptionItem[],
  body: Body,
): Problem | Partial<SubscriptionRecord> {
  const { proration_behavior: how, pay_before_change: payFirst } = body;
  if (how === 'none') return {};
  const { carried_atom: carried } = before;
  const { value_atom, ...difference } = prorate(change.account, before, items, change.now);
  // What an earlier change has left is settled with this one.
  const cost = difference.cost + Math.max(0, carried);
  const credit = difference.credit + Math.max(0, -carried);
  const isBilled = how === 'always_invoice' && cost > credit;
  const bill = isBilled ? billNow(change, before, { cost, credit }, payFirst) : undefined;
  if (bill instanceof Problem) return bill;
  const balance = cost - credit;
  const period_bills = withChange(before.period_bills, {
    value_atom,
    difference: difference.cost - difference.credit,
    balance,
    left: remainder(before, change.now),
    invoice_id: bill?.id,
  });
  const carried_atom = bill ? 0 : withinPaid(change.account, before, balance);
  return { carried_atom, period_bills };
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
  const noted = { metadata: body.metadata ?? before.metadata, change_reason: body.reason };
  if (body.effective_at === 'period_end') {
    return changeSubscription(account, before, { ...noted, pending_items: items }, now);
  }
  const settled = settle(change, before, items, body);
  if (settled instanceof Problem) return settled;
  const billed = account.records.subscriptions.get(before.id) ?? before;
  const isOverdue = billed.overdue_invoice_ids.length > 0;
  // Free days stay free, whatever is owed from before them.
  const state = isOverdue && billed.state === 'active' ? 'past_due' : billed.state;
  const changes = { ...noted, ...settled, items, pending_items: null, state };
  return changeSubscription(account, billed, changes, now);
}
