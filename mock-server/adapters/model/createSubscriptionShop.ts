import { createAsk, createBillingShop } from './createBillingShop.ts';

/** A shop on 31 January 2040, in which 2900 recur each month, and what its subscriptions come to. */
export async function createSubscriptionShop() {
  const shop = await createBillingShop(createAsk(), { unit: 'month', count: 1 }, 2900);
  const { api, made, clock, price: price_id } = shop;
  const monthly = { billing_interval: 'month', items: [{ price_id }] };
  return {
    ...shop,
    subscribe: async (terms: object) => {
      const body = { customer_id: 'cus_abc123', currency: 'usd', ...monthly, ...terms };
      const { id = '', items } = (await made('/subscriptions', body)) as {
        readonly id?: string;
        readonly items?: readonly { readonly id: string }[];
      };
      const item = items?.[0]?.id;
      const path = `/subscriptions/${id}`;
      return {
        read: () => api('GET', path),
        revise: (body: object) => api('PATCH', path, body),
        act: (name: string, body: object = {}) => api('POST', `${path}/${name}`, body),
        /** Twice as many of what recurs, or so many. */
        change: (more: object = {}, quantity = 2) =>
          api('POST', `${path}/change-plan`, {
            items: [{ subscription_item_id: item, quantity }],
            ...more,
          }),
        billed: async () => {
          const all = (await api('GET', '/invoices?limit=100')) as {
            readonly data: readonly { readonly subscription_ids: readonly string[] }[];
          };
          return all.data.filter(({ subscription_ids: ids }) => ids.includes(id));
        },
      };
    },
    until: (now: string) => clock({ now }),
  };
}
