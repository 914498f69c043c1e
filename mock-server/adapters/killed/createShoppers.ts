import { randomUUID } from 'node:crypto';

/** What was asked of the server for one session, and the answers that arrived. */
export interface Shopper {
  readonly id: string;
  readonly token: string;
  /** Of the payment. The same again asks for the same. */
  readonly key: string;
  /** Whether the answer that it was paid has arrived. */
  paid: boolean;
}

export interface Shoppers {
  /** Everybody whose session was answered. */
  readonly known: readonly Shopper[];
  /** Makes sessions and pays them, many at a time, until the server is gone. */
  shop(origin: string, onAnswer: () => void): Promise<void>;
  pay(origin: string, shopper: Shopper): Promise<void>;
}

const lanes = 8;

async function post(url: string, key: string, body: object, idempotencyKey: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${String(response.status)} ${text}`);
  return JSON.parse(text) as { id: string; secure_token: string };
}

const order = () => ({
  line_items: [{ price_id: 'price_pro_monthly', quantity: 1 }],
  success_url: 'https://shop.example/thanks',
  return_url: 'https://shop.example/cart',
  custom_fields: { order_id: randomUUID() },
});

const number = '4242424242424242';
const payment = {
  payment_method: { type: 'card', number, exp_month: 12, exp_year: 2099, cvc: '123' },
  email: 'a@b.example',
  expected_amount_atom: 2900,
};

/** A server that was killed answers no more. */
const isGone = (error: unknown): boolean => error instanceof TypeError;

export function createShoppers(account: string): Shoppers {
  const known: Shopper[] = [];

  async function create(origin: string): Promise<Shopper> {
    const url = `${origin}/api/${account}/checkout-sessions`;
    const { id, secure_token: token } = await post(url, 'sk_test_1', order(), randomUUID());
    const shopper = { id, token, key: randomUUID(), paid: false };
    known.push(shopper);
    return shopper;
  }

  async function pay(origin: string, shopper: Shopper): Promise<void> {
    await post(`${origin}/api/checkout/session/payments`, shopper.token, payment, shopper.key);
    shopper.paid = true;
  }

  async function lane(origin: string, onAnswer: () => void): Promise<void> {
    for (;;) {
      const shopper = await create(origin);
      onAnswer();
      await pay(origin, shopper);
      onAnswer();
    }
  }

  return {
    known,
    pay,
    async shop(origin, onAnswer) {
      const untilGone = async (): Promise<void> => {
        try {
          await lane(origin, onAnswer);
        } catch (error) {
          if (!isGone(error)) throw error;
        }
      };
      await Promise.all(Array.from({ length: lanes }, untilGone));
    },
  };
}
