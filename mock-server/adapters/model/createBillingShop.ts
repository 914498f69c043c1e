import { z } from 'zod';
import { createMockHandlers } from '../../createMockHandlers.ts';
import { findDirectAnswer } from '../../handlers/responses/directAnswers.ts';
import type { SendWebhook } from '../../webhooks/sendOnce.ts';
import { createRouteIndex } from '../createRouteIndex.ts';
import type { Rhythm } from './later.ts';

const origin = 'https://api.paymentkit.com';
const reply = z.looseObject({
  id: z.string().optional(),
  secure_token: z.string().optional(),
  payment_method_id: z.string().nullish(),
});

/** Asks the handlers as the HTTP adapter does, without a connection. */
export function createAsk(send: SendWebhook = () => Promise.resolve({ status: 204 })) {
  const { handlers } = createMockHandlers({ send });
  const find = createRouteIndex(handlers, origin);
  return async (method: string, path: string, body?: object, key = 'sk_1'): Promise<unknown> => {
    const { pathname } = new URL(origin + path);
    const found = find(method, pathname);
    const answer = found && findDirectAnswer(found.handler);
    if (!found || !answer) throw new Error(`Nobody answers ${path}.`);
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await answer(new Request(origin + path, sent), found.params);
    const text = await response.text();
    if (response.status >= 500) throw new Error(`${path}: ${text}`);
    return response.ok ? JSON.parse(text || '{}') : response.status;
  };
}

/** An account in which somebody has a good card and a poor one, and the good one is charged for a subscription. */
export async function createBillingShop(
  ask: ReturnType<typeof createAsk>,
  rhythm: Rhythm,
  unitAmount: number,
) {
  const account = `acc_${crypto.randomUUID()}`;
  const api = (method: string, path: string, body?: object) =>
    ask(method, `/api/${account}${path}`, body);
  const made = async (path: string, body: object) => reply.parse(await api('POST', path, body));
  const clock = (body: object) => ask('POST', `/_mock/accounts/${account}/clock`, body);
  await clock({ now: '2040-01-31T12:00:00Z', freeze: true });
  const urls = { success_url: 'https://shop.example/', return_url: 'https://shop.example/' };

  async function save(number: string, expiry: object = {}): Promise<string> {
    const setup = { mode: 'setup', customer_id: 'cus_abc123', ...urls };
    const { id = '', secure_token: token } = await made('/checkout-sessions', setup);
    const payment_method = { type: 'card', number, exp_month: 12, exp_year: 2199, cvc: '123' };
    const body = { payment_method: { ...payment_method, ...expiry }, expected_amount_atom: 0 };
    await ask('POST', '/api/checkout/session/payments', body, token);
    const session = reply.parse(await api('GET', `/checkout-sessions/${id}`));
    return session.payment_method_id ?? '';
  }
  const cards = { poor: await save('4000000000009995'), good: await save('4242424242424242') };
  const interval = { billing_interval: rhythm.unit, billing_interval_count: rhythm.count };
  const price = { product_id: 'prod_basic', currency: 'usd', price_type: 'recurring', ...interval };
  const { id: price_id } = await made('/prices', { ...price, unit_amount_atom: unitAmount });
  const { id: subscription = '' } = await made('/subscriptions', {
    ...{ customer_id: 'cus_abc123', currency: 'usd', items: [{ price_id }], ...interval },
    default_payment_method_id: cards.good,
  });
  return { api, made, clock, cards, save, subscription, price: price_id };
}

export type BillingShop = Awaited<ReturnType<typeof createBillingShop>>;
