import type { CustomFieldDefinition } from '../domain/requests/checkCustomFields.ts';
import { plainCoupon } from '../domain/pricing/plainCoupon.ts';
import type { AccountRecords } from './records/AccountRecords.ts';

const products = [
  { id: 'prod_premium', name: 'Premium print kit' },
  { id: 'prod_standard', name: 'Standard print kit' },
  { id: 'prod_basic', name: 'Basic print kit' },
  { id: 'prod_workshop', name: 'Print workshop' },
  { id: 'prod_pro', name: 'Pro membership' },
];

const oneTimePrices = [
  { id: 'price_premium', product_id: 'prod_premium', unit_amount_atom: 4900 },
  { id: 'price_standard', product_id: 'prod_standard', unit_amount_atom: 1900 },
  { id: 'price_basic', product_id: 'prod_basic', unit_amount_atom: 900 },
  { id: 'price_xyz', product_id: 'prod_workshop', unit_amount_atom: 2000 },
];

const textField = (entity: CustomFieldDefinition['entity'], key: string, name: string) => ({
  entity,
  key,
  data_type: 'text' as const,
  display_name: name,
  description: null,
  show_in_lists: false,
  min: null,
  max: null,
  options: null,
});

interface Dates {
  readonly created_at: number;
  readonly updated_at: number;
}

function seedPrices(records: AccountRecords, dates: Dates): void {
  const price = { active: true, currency: 'usd', custom_fields: {}, ...dates };
  const product = { description: null, custom_fields: {}, ...dates };
  for (const named of products) records.products.put({ ...named, ...product });
  for (const oneTime of oneTimePrices) {
    records.prices.put({
      ...oneTime,
      ...price,
      price_type: 'one_time',
      billing_interval: null,
      billing_interval_count: null,
    });
  }
  records.prices.put({
    id: 'price_pro_monthly',
    product_id: 'prod_pro',
    unit_amount_atom: 2900,
    ...price,
    price_type: 'recurring',
    billing_interval: 'month',
    billing_interval_count: 1,
  });
}

function seedDiscounts(records: AccountRecords, dates: Dates): void {
  records.coupons.put({
    ...plainCoupon,
    id: 'coupon_dev_abc123',
    percent_off: 10,
    ...dates,
  });
  records.coupons.put({
    ...plainCoupon,
    id: 'coupon_dev_save20',
    percent_off: 20,
    ...dates,
  });
  records.promotionCodes.put({
    id: 'promo_dev_save20',
    code: 'SAVE20',
    coupon_id: 'coupon_dev_save20',
    active: true,
    expires_at: null,
    max_redemptions: null,
    times_redeemed: 0,
    ...dates,
  });
}

function seedProcessors(records: AccountRecords, dates: Dates): void {
  const usable = { currencies: null, available: true, ...dates };
  const first = { id: 'proc_dev_stripe', name: 'Stripe', ...usable };
  const second = { id: 'proc_dev_airwallex', name: 'Airwallex', ...usable };
  for (const processor of [first, second]) records.processors.put(processor);
  const [one, other] = [{ processor_id: first.id }, { processor_id: second.id }];
  const main = { id: 'proute_dev_x7k9m2n4', name: 'Stripe, then Airwallex' };
  const fallback = { id: 'proute_dev_fallback', name: 'Airwallex, then Stripe' };
  records.processorRoutes.put({ ...main, processors: [one, other], ...dates });
  records.processorRoutes.put({ ...fallback, processors: [other, one], ...dates });
}

/** What PaymentKit's guide names, so that its commands run as printed. */
export function seedAccount(records: AccountRecords, now: number): void {
  const dates = { created_at: now, updated_at: now };
  const customer = { id: 'cus_abc123', email: 'jane@example.com', name: 'Jane Smith' };
  records.customers.put({ ...customer, custom_fields: {}, ...dates });
  seedPrices(records, dates);
  seedDiscounts(records, dates);
  seedProcessors(records, dates);
  const fields = [
    textField('checkout_session', 'order_id', 'Order'),
    textField('checkout_session', 'campaign', 'Campaign'),
    textField('subscription', 'tier', 'Tier'),
    textField('subscription', 'region', 'Region'),
  ];
  for (const field of fields) {
    records.customFieldDefinitions.put({ id: `cf_dev_${field.key}`, ...field, ...dates });
  }
}
