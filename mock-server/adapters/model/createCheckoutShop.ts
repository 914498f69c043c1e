import { z } from 'zod';
import type { CardName, CheckoutModel } from './CheckoutModel.ts';
import type { createAsk } from './createBillingShop.ts';

const start = Date.UTC(2040, 0, 31, 12);

const urls = { success_url: 'https://shop.example/', return_url: 'https://shop.example/' };

const numbers: Readonly<Record<CardName, string>> = {
  good: '4242424242424242',
  bad: '4000000000000002',
  asking: '4000000000003220',
  slow: '4000000000000077',
};

const made = z.looseObject({ id: z.string(), secure_token: z.string().optional() });

/** What each account begins with: a coupon that two will want, and that halves an atom. */
const first = { percent: 33.5, most: 1 };

export const createCheckoutModel = (): CheckoutModel => ({
  ...{ now: start, coupons: [{ ...first, used: 0 }], visits: [], refunds: [] },
  told: { 'coupon.created': 1 },
});

/** The same on a server: an account, and what was made in it, in the order in which it was. */
export async function createCheckoutShop(ask: ReturnType<typeof createAsk>) {
  const account = `acc_${crypto.randomUUID()}`;
  const api = (method: string, path: string, body?: object) =>
    ask(method, `/api/${account}${path}`, body);
  const control = (path: string, body: object) =>
    ask('POST', `/_mock/accounts/${account}${path}`, body);
  await control('/clock', { now: new Date(start).toISOString(), freeze: true });
  const coupons: string[] = [];
  const visits: { readonly id: string; readonly token: string }[] = [];
  async function addCoupon(percent_off: number, max_redemptions: number | null): Promise<void> {
    const body = { percent_off, max_redemptions, duration: 'once' };
    coupons.push(made.parse(await api('POST', '/coupons', body)).id);
  }
  await addCoupon(first.percent, first.most);
  return {
    ...{ api, control, coupons, visits, addCoupon },
    /** The status of a refusal, or nothing. */
    async open(quantity: number, hours: number, coupon: number): Promise<unknown> {
      const line_items = [{ price_id: 'price_premium', quantity }];
      const coupon_id = coupons[coupon] ?? null;
      const terms = { customer_id: 'cus_abc123', expires_in_hours: hours, line_items, coupon_id };
      const answer = await api('POST', '/checkout-sessions', { ...terms, ...urls });
      const session = made.safeParse(answer);
      if (!session.success) return answer;
      visits.push({ id: session.data.id, token: session.data.secure_token ?? '' });
      return undefined;
    },
    pay(place: number, card: CardName | undefined, expected_amount_atom: number) {
      const expiry = { exp_month: 12, exp_year: 2099, cvc: '123' };
      const method = card && { payment_method: { type: 'card', number: numbers[card], ...expiry } };
      const body = { ...method, expected_amount_atom };
      return ask('POST', '/api/checkout/session/payments', body, visits[place]?.token);
    },
  };
}

export type CheckoutShop = Awaited<ReturnType<typeof createCheckoutShop>>;
