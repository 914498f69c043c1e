import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPaymentKit } from './createPaymentKit.ts';
import { PaymentKitUnavailable } from './PaymentKitUnavailable.ts';

const session = {
  id: 'cs_dev_1',
  url: 'http://127.0.0.1:4242/checkout/cst_1',
  state: 'open',
  currency: 'usd',
  amount_subtotal_atom: 4900,
  amount_total_atom: 4900,
  payment_intent_id: null,
};
const request = { line_items: [], success_url: '', return_url: '', custom_fields: {} };

const answering = (...answers: Response[]) => {
  const sent: Request[] = [];
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => {
    sent.push(new Request(input, init));
    return Promise.resolve(answers.shift() ?? Response.error());
  };
  const url = 'http://127.0.0.1:4242';
  return {
    sent,
    paymentkit: createPaymentKit({ url, accountId: 'acc_1', secretKey: 'sk_test_1', fetch }),
  };
};

describe('the calls to PaymentKit', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('carry the secret key and one idempotency key for one order', async () => {
    const { sent, paymentkit } = answering(Response.json(session, { status: 201 }));
    expect(await paymentkit.createSession(request, 'order-1')).toEqual(session);
    const [post] = sent;
    expect(post?.url).toBe('http://127.0.0.1:4242/api/acc_1/checkout-sessions');
    expect(post?.headers.get('authorization')).toBe('Bearer sk_test_1');
    expect(post?.headers.get('idempotency-key')).toBe('order-1');
  });

  it('wait for the first answer when a double click sends the same order twice', async () => {
    vi.useFakeTimers();
    const busy = new Response('{}', { status: 409, headers: { 'retry-after': '1' } });
    const { sent, paymentkit } = answering(busy, Response.json(session, { status: 201 }));
    const answer = paymentkit.createSession(request, 'order-1');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await answer).toEqual(session);
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      'order-1',
      'order-1',
    ]);
  });

  it.each([
    ['an error', Response.json({ detail: 'No such price.' }, { status: 422 })],
    ['something that is not JSON', new Response('<html>')],
    ['a session without an amount', Response.json({ ...session, amount_subtotal_atom: undefined })],
    ['an amount below zero', Response.json({ ...session, amount_total_atom: -1 })],
    ['an amount as text', Response.json({ ...session, amount_total_atom: '4900' })],
    [
      'an address that is none of the web',
      Response.json({ ...session, url: 'javascript:alert(1)' }),
    ],
    ['a state that we do not know', Response.json({ ...session, state: 'paid' })],
  ])('fail on %s', async (_, response) => {
    const { paymentkit } = answering(response);
    await expect(paymentkit.retrieveSession('cs_dev_1')).rejects.toThrow(PaymentKitUnavailable);
  });

  it('lead to no other path, whatever an id holds', async () => {
    const none = new Response('{}', { status: 404 });
    const { sent, paymentkit } = answering(none);
    await paymentkit.retrieveSession('../customers?limit=1#');
    expect(sent[0]?.url).toBe(
      'http://127.0.0.1:4242/api/acc_1/checkout-sessions/..%2Fcustomers%3Flimit%3D1%23',
    );
  });

  it('tell an unknown session from a failure', async () => {
    const { paymentkit } = answering(new Response('{}', { status: 404 }));
    expect(await paymentkit.retrieveSession('cs_dev_2')).toBeUndefined();
  });
});
