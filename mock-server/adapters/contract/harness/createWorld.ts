import type { CheckoutSession } from '../../../schemas/checkoutSession.ts';
import { asPublic, asSession, type Reply } from './asProblem.ts';
import type { Transport } from './describeTransports.ts';

interface Send {
  readonly key?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const urls = {
  success_url: 'https://shop.example/thanks',
  return_url: 'https://shop.example/cart',
};

export const card = (number = '4242424242424242') => ({
  type: 'card',
  number,
  exp_month: 12,
  exp_year: 2099,
  cvc: '123',
});

async function sendTo(origin: string, method: string, path: string, options: Send): Promise<Reply> {
  const { key, body, headers } = options;
  const response = await fetch(origin + path, {
    method,
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A fresh account on a transport, with the requests that tests make. */
export function createWorld(transport: Pick<Transport, 'api'>) {
  const account = `acc_${crypto.randomUUID().replaceAll('-', '')}`;
  type Ask<Before extends unknown[] = []> = (
    ...args: [method: string, path: string, ...Before, body?: unknown, headers?: Send['headers']]
  ) => Promise<Reply>;

  const send = (method: string, path: string, options: Send = {}) =>
    sendTo(transport.api(), method, path, options);
  const api: Ask = (method, path, body, headers = {}) =>
    send(method, `/api/${account}${path}`, { key: 'sk_test_1', body, headers });
  const browser: Ask<[key: string]> = (method, path, key, body, headers = {}) =>
    send(method, `/api/checkout/session${path}`, { key, body, headers });
  const control: Ask = (method, path, body) =>
    send(method, `/_mock/accounts/${account}${path}`, { body });

  return {
    account,
    send,
    api,
    browser,
    control,
    async create(body: object = {}): Promise<CheckoutSession> {
      const lines = { line_items: [{ price_id: 'price_premium', quantity: 1 }] };
      const reply = await api('POST', '/checkout-sessions', { ...lines, ...urls, ...body });
      if (reply.status !== 201) throw new Error(`Not created: ${reply.text}`);
      return asSession(reply);
    },
    retrieve: async (id: string) => asSession(await api('GET', `/checkout-sessions/${id}`)),
    read: async (token: string) => asPublic(await browser('GET', '', token)),
    pay(token: string, body: object = {}, headers: Send['headers'] = {}) {
      const payer = { payment_method: card(), email: 'a@b.example', expected_amount_atom: 4900 };
      return browser('POST', '/payments', token, { ...payer, ...body }, headers);
    },
    advance: (time: string) => control('POST', '/clock', { advance: time }),
  };
}
