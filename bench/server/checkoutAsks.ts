import type { Ask, Client } from './createClient.ts';

const key = 'sk_test_bench';

export interface Session {
  readonly id: string;
  readonly secure_token: string;
}

/** The requests of a checkout, as a merchant's server and the hosted page send them. */
export const checkoutAsks = {
  create: (account: string): Ask => ({
    method: 'POST',
    path: `/api/${account}/checkout-sessions`,
    key,
    body: {
      line_items: [{ price_id: 'price_premium', quantity: 1 }],
      success_url: 'https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}',
      return_url: 'https://shop.example/cart',
    },
  }),
  retrieve: (account: string, { id }: Pick<Session, 'id'>): Ask => ({
    method: 'GET',
    path: `/api/${account}/checkout-sessions/${id}`,
    key,
  }),
  read: ({ secure_token: token }: Pick<Session, 'secure_token'>): Ask => ({
    method: 'GET',
    path: '/api/checkout/session',
    key: token,
  }),
  pay: (
    { secure_token: token }: Pick<Session, 'secure_token'>,
    number: string,
    attempt: string,
  ): Ask => ({
    method: 'POST',
    path: '/api/checkout/session/payments',
    key: token,
    headers: { 'idempotency-key': attempt },
    body: {
      payment_method: { type: 'card', number, exp_month: 12, exp_year: 2099, cvc: '123' },
      email: 'jane@example.com',
      expected_amount_atom: 4900,
    },
  }),
};

/** Makes sessions to do something with. */
export async function makeSessions(
  client: Client,
  account: string,
  count: number,
): Promise<readonly Session[]> {
  const sessions: Session[] = [];
  await client.repeat(count, 16, async (index) => {
    const { text } = await client.send(checkoutAsks.create(account));
    sessions[index] = JSON.parse(text) as Session;
  });
  return sessions;
}
