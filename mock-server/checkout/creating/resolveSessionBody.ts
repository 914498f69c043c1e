import { discountFault } from '../../billing/discounts/discountFault.ts';
import { findCoupon, findPromotionCode } from '../../billing/discounts/findCoupon.ts';
import type {
  CustomFieldDefinition,
  CustomFields,
} from '../../domain/requests/checkCustomFields.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { highestTotal } from '../../domain/pricing/highestTotal.ts';
import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import { priceOrder } from '../../domain/pricing/priceOrder.ts';
import { Problem, type FieldError } from '../../domain/requests/Problem.ts';
import type { CreateSessionBody } from '../../schemas/createSessionBody.ts';
import type { Account } from '../../store/createAccount.ts';
import { readCustomFields } from '../../store/readCustomFields.ts';
import type { CascadeTier, SessionRecord } from '../../store/records/SessionRecord.ts';
import { resolveLineItems } from './resolveLineItems.ts';

/** One body being looked up. Faults are collected, so that the caller hears of all of them at once. */
interface Lookup {
  readonly account: Account;
  readonly body: CreateSessionBody;
  readonly now: number;
  readonly errors: FieldError[];
}

type Loc = FieldError['loc'];
type Lines = ReturnType<typeof resolveLineItems>['lines'];

function refuse({ errors }: Lookup, loc: Loc, type: string, msg: string): void {
  errors.push({ loc: ['body', ...loc], msg, type });
}

function linesOf(lookup: Lookup, requested: CreateSessionBody['line_items'], loc: Loc): Lines {
  const { lines, errors } = resolveLineItems(lookup.account, requested, ['body', ...loc]);
  lookup.errors.push(...errors);
  return lines;
}

function priced(lookup: Lookup, lines: Lines, coupon: Coupon | undefined, loc: Loc): PricedOrder {
  const order = priceOrder(lines, coupon);
  if (order.amount_subtotal_atom > highestTotal) {
    refuse(lookup, loc, 'total_too_large', `The total is above ${String(highestTotal)}: give less`);
  }
  return order;
}

function discountOf(lookup: Lookup, lines: Lines): { coupon?: Coupon; code?: string } {
  const { account, body, now, errors } = lookup;
  const { coupon_id: id, promotion_code: code } = body;
  // Whether a discount applies cannot be said of lines that are wrong themselves.
  if ((id === null && code === null) || errors.length > 0) return {};
  const order = { line_items: lines, currency: lines[0]?.currency ?? null };
  const found =
    id === null
      ? findPromotionCode(account, code ?? '', order, now)
      : findCoupon(account, id, order, now);
  if (typeof found !== 'string') return 'coupon' in found ? found : { coupon: found };
  const field = id === null ? 'promotion_code' : 'coupon_id';
  refuse(lookup, [field], found, discountFault(account, field, id ?? code ?? '', found));
  return {};
}

function checkRoute(lookup: Lookup, id: string | null, loc: Loc): void {
  if (id === null || lookup.account.records.processorRoutes.get(id)) return;
  refuse(
    lookup,
    loc,
    'unknown_processor_route',
    'There is no such route in this account: check its id',
  );
}

function tiersOf(lookup: Lookup, coupon: Coupon | undefined): CascadeTier[] | null {
  const tiers = lookup.body.cascade_line_items?.map((tier, index): CascadeTier => {
    const loc = ['cascade_line_items', index];
    const itemsLoc = [...loc, 'line_items'];
    checkRoute(lookup, tier.processor_route_id, [...loc, 'processor_route_id']);
    const order = priced(lookup, linesOf(lookup, tier.line_items, itemsLoc), coupon, itemsLoc);
    return { ...order, processor_route_id: tier.processor_route_id };
  });
  return tiers ?? null;
}

function fieldsOf(
  { account, errors }: Lookup,
  entity: CustomFieldDefinition['entity'],
  given: CreateSessionBody['custom_fields'],
  loc: Loc,
): CustomFields {
  const read = readCustomFields(account, entity, given, ['body', ...loc]);
  errors.push(...read.errors);
  return read.fields;
}

/** Everything in a body that names something else in the account, looked up and priced; throws a 422 with all faults. */
export function resolveSessionBody(
  account: Account,
  body: CreateSessionBody,
  now: number,
): PricedOrder &
  Pick<
    SessionRecord,
    'promotion_code' | 'first_order' | 'cascade_tiers' | 'custom_fields' | 'params_for_sub'
  > {
  const lookup: Lookup = { account, body, now, errors: [] };
  const lines = linesOf(lookup, body.line_items, ['line_items']);
  const { coupon, code } = discountOf(lookup, lines);
  const order = priced(lookup, lines, coupon, ['line_items']);
  if (body.customer_id !== null && !account.records.customers.get(body.customer_id)) {
    refuse(
      lookup,
      ['customer_id'],
      'unknown_customer',
      'There is no such customer in this account: check its id',
    );
  }
  checkRoute(lookup, body.processor_route_id, ['processor_route_id']);
  const tiers = tiersOf(lookup, coupon);
  const fields = fieldsOf(lookup, 'checkout_session', body.custom_fields, ['custom_fields']);
  const { params_for_sub: forSub } = body;
  const subLoc = ['params_for_sub', 'custom_fields'];
  const subFields = fieldsOf(lookup, 'subscription', forSub?.custom_fields ?? null, subLoc);
  if (lookup.errors.length > 0) throw Problem.invalid(lookup.errors);
  return {
    ...order,
    promotion_code: code ?? null,
    first_order: tiers && order,
    cascade_tiers: tiers,
    custom_fields: fields,
    params_for_sub: forSub && { custom_fields: subFields },
  };
}
