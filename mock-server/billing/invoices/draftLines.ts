import { z } from 'zod';
import type { LineItem } from '../../domain/pricing/priceLineItems.ts';
import { toAtoms } from '../../domain/pricing/toAtoms.ts';
import type { Change } from '../../resources/Resource.ts';
import { idField, metadataField, nameField } from '../../schemas/fields.ts';
import type { InvoiceLine } from '../../store/records/InvoiceRecord.ts';

const major = z.number().min(0).max(999_999_999);

/** A line of a bill that is written by hand. Amounts are in dollars, not in cents, as PaymentKit documents it. */
export const draftLineField = z.strictObject({
  name: nameField.optional(),
  description: z.string().trim().max(1000).nullable().default(null),
  quantity: z.int().min(1).max(999_999).default(1),
  amount: major.nullable().default(null).meta({ description: 'Of the whole line, in dollars.' }),
  unit_amount: major.nullable().default(null).meta({ description: 'Of one, in dollars.' }),
  price_id: idField.nullable().default(null),
  metadata: metadataField.default({}),
});

type Given = z.infer<typeof draftLineField>;
type Refuse = (field: keyof Given, type: string, msg: string) => void;

/** What one of a line costs, in atomic units. */
function unitOf({ account }: Change, given: Given, currency: string, refuse: Refuse): number {
  const { price_id: id, amount, unit_amount: unit, quantity } = given;
  if ([id, amount, unit].filter((value) => value !== null).length !== 1) {
    refuse('price_id', 'missing', 'Give exactly one of price_id, unit_amount and amount');
    return 0;
  }
  if (id !== null) {
    const price = account.records.prices.get(id);
    if (!price)
      refuse('price_id', 'unknown_price', 'There is no such price in this account: check its id');
    else if (!price.active)
      refuse(
        'price_id',
        'inactive_price',
        'This price is not active: set active to true, or take another one',
      );
    else if (price.currency !== currency) {
      refuse('price_id', 'mixed_currencies', 'This price has another currency than the invoice');
    }
    return price?.unit_amount_atom ?? 0;
  }
  const field = unit === null ? 'amount' : 'unit_amount';
  if (unit === null && quantity > 1) {
    refuse('amount', 'not_allowed', 'This is of the whole line: give unit_amount with a quantity');
  }
  const atoms = toAtoms(unit ?? amount ?? 0, currency);
  if (atoms === undefined)
    refuse(field, 'too_precise', 'The currency has fewer decimals: give fewer');
  return atoms ?? 0;
}

function nameOf({ account }: Change, { name, description, price_id: id }: Given): string {
  const { prices, products } = account.records;
  const product = products.get(prices.get(id ?? '')?.product_id ?? '');
  const said = name ?? product?.name ?? description ?? '';
  return said === '' ? 'Item' : said;
}

/** The lines of a draft, looked up and priced. */
export function draftLines(
  change: Change,
  given: readonly Given[],
  currency: string,
): InvoiceLine[] {
  return given.map((line, index) => {
    const refuse: Refuse = (field, type, msg) => {
      change.refuse(['items', index, field], type, msg);
    };
    const unit = unitOf(change, line, currency, refuse);
    const name = nameOf(change, line);
    const { description } = line;
    const total = unit * line.quantity;
    const once: Pick<LineItem, 'billing_interval' | 'billing_interval_count'> = {
      billing_interval: null,
      billing_interval_count: null,
    };
    return {
      id: change.account.random.id('csli'),
      price_id: line.price_id,
      product_id: change.account.records.prices.get(line.price_id ?? '')?.product_id ?? null,
      name,
      description: description === null || description === '' ? name : description,
      metadata: line.metadata,
      quantity: line.quantity,
      currency,
      unit_amount_atom: unit,
      amount_subtotal_atom: total,
      amount_discount_atom: 0,
      amount_total_atom: total,
      ...once,
    };
  });
}
