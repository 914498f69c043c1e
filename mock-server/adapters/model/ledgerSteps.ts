import fc from 'fast-check';
import type { LedgerShop } from './createLedgerShop.ts';

/** What is done, which of the records it is done to, and how. What cannot be done then is refused. */
type Step = (shop: LedgerShop, nth: number, how: number) => Promise<unknown>;

const urls = { success_url: 'https://shop.example/', return_url: 'https://shop.example/' };
const payer = { customer_id: 'cus_abc123', currency: 'usd' };
const line = (price_id: string, quantity = 1) => ({ price_id, quantity });
const pro = line('price_pro_monthly');

const cards = ['0002', '9995', '9987', '3220', '0077', '0119'].map((end) => `400000000000${end}`);

const orders = [
  { line_items: [line('price_premium'), line('price_pro_monthly', 2)] },
  { line_items: [pro], promotion_code: 'SAVE20', customer_id: 'cus_abc123' },
  { line_items: [line('price_xyz', 3)], coupon_id: 'coupon_dev_abc123', expires_in_hours: 1 },
  { line_items: [line('price_xyz')], cascade_line_items: [{ line_items: [line('price_basic')] }] },
  { mode: 'setup', customer_id: 'cus_abc123' },
];

/** What is asked of a subscription: the path below it, and the body; a change of it where there is no path. */
const changes: readonly (readonly [string, object])[] = [
  ['/pause', { pause_for_cycles: 1 }],
  ['/pause', { pause_behavior: 'pause_at_end' }],
  ['/resume', {}],
  ['/cancel', { refund_option: 'prorated' }],
  ['/cancel', { refund_option: 'cancel_unpaid' }],
  ['/schedule-cancellation', { cancel_at: '2040-03-15T00:00:00Z', refund_option: 'full' }],
  ['', { cancel_at_period_end: true }],
  ['', { trial_period_days: 5 }],
  ['', { promotion_code: 'save20' }],
  ['', { collection_method: 'send_invoice', net_d: 3 }],
  ['', { custom_fields: { tier: 'team' } }],
];

const oneOf = <T>(all: readonly T[], how: number): T | undefined => all[how % all.length];

const open: Step = ({ api }, _nth, how) =>
  api('POST', '/checkout-sessions', { ...urls, ...oneOf(orders, how) });

const pay: Step = async ({ ask, some }, nth, how) => {
  const session = await some('/checkout-sessions', nth);
  const expected_amount_atom = session?.['amount_total_atom'];
  const number = how % 2 === 0 ? '4242424242424242' : oneOf(cards, how >> 1);
  const payment_method = { type: 'card', number, exp_month: 12, exp_year: 2099, cvc: '123' };
  const body = { payment_method, email: 'a@b.example', expected_amount_atom };
  await ask('POST', '/api/checkout/session/payments', body, String(session?.['secure_token']));
};

const settle: Step = async ({ control, some }, nth, how) => {
  const session = await some('/checkout-sessions', nth);
  const outcome = oneOf(['complete', 'decline', 'challenge', 'expire'], how);
  await control(`/sessions/${session?.id ?? ''}/outcome`, { outcome });
};

const subscribe: Step = ({ api }, _nth, how) => {
  const terms = oneOf([{}, { trial_period_days: 7 }, { collection_method: 'send_invoice' }], how);
  const monthly = { billing_interval: 'month', items: [pro] };
  return api('POST', '/subscriptions', { ...payer, ...monthly, ...terms });
};

const change: Step = async ({ api, some }, nth, how) => {
  const { id = '' } = (await some('/subscriptions', nth)) ?? {};
  const [path = '', body] = oneOf(changes, how) ?? [];
  await api(path === '' ? 'PATCH' : 'POST', `/subscriptions/${id}${path}`, body);
};

/** How a change of plan is paid, and when it counts. */
const plans = [
  { proration_behavior: 'always_invoice' },
  { proration_behavior: 'always_invoice', pay_before_change: false },
  { proration_behavior: 'create_prorations' },
  { proration_behavior: 'none' },
  { effective_at: 'period_end' },
];

const plan: Step = async ({ api, some }, nth, how) => {
  const subscription = await some('/subscriptions', nth);
  const items = (subscription?.['items'] ?? []) as readonly { readonly id: string }[];
  const wanted = [{ subscription_item_id: items[0]?.id, quantity: 1 + (how % 4) }];
  const body = { items: wanted, ...oneOf(plans, how) };
  await api('POST', `/subscriptions/${subscription?.id ?? ''}/change-plan`, body);
};

const bill: Step = async ({ api, some }, nth, how) => {
  const { id = '' } = (await some('/invoices', nth)) ?? {};
  const action = oneOf(['pay', 'void', 'pay', 'mark-uncollectible'], how) ?? '';
  await api('POST', `/invoices/${id}/${action}`, {});
};

const refund: Step = async ({ api, some }, nth, how) => {
  const { id: invoice_id } = (await some('/invoices', nth)) ?? {};
  const part = how % 2 === 0 ? {} : { amount_atom: how };
  await api('POST', '/payments/refunds', { invoice_id, ...part });
};

const wait: Step = ({ control }, _nth, how) =>
  control('/clock', { advance: oneOf(['5s', '1m', '61m', '4d', '31d'], how) });

const steps = { open, pay, settle, subscribe, change, plan, bill, refund, wait };
type Name = keyof typeof steps;

/** Names in place of functions: a red one is read. Each as often as it is to be taken. */
const names: readonly Name[] = [
  ...(['open', 'open', 'pay', 'pay', 'pay', 'settle', 'subscribe'] as const),
  ...(['change', 'change', 'plan', 'bill', 'refund', 'wait', 'wait'] as const),
];

export const ledgerSteps = fc.array(
  fc.record({ step: fc.constantFrom(...names), nth: fc.nat(99), how: fc.nat(2000) }),
  { minLength: 40, maxLength: 60, size: 'max' },
);

export const takeStep = (
  shop: LedgerShop,
  { step, nth, how }: { readonly step: Name; readonly nth: number; readonly how: number },
): Promise<unknown> => steps[step](shop, nth, how);
