import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shippingNote } from './orders/shippingNote.ts';
import { createFakePaymentKit } from './testing/createFakePaymentKit.ts';
import { createTestShop } from './testing/createTestShop.ts';
import { useMockServer } from './testing/useMockServer.ts';

const secretKey = 'sk_test_demo';
const url = useMockServer();

describe('an order of something that may be sold as something cheaper', () => {
  const declined = '4000000000000002';
  const poor = '4000000000009995';
  const exact = { exp_month: 12, exp_year: 2099, cvc: '123' };

  /** Orders it, and pays as its page does. */
  async function pay(number: string, code?: string) {
    const accountId = `acc_${randomBytes(8).toString('hex')}`;
    const shop = createTestShop({ url: url(), accountId, secretKey });
    const browser = shop.browser();
    const session = await browser.order('kit-of-the-month');
    const address = shop.orders.findBySession(session)?.session?.url ?? '';
    const headers = {
      authorization: `Bearer ${address.split('/').at(-1) ?? ''}`,
      'content-type': 'application/json',
    };
    const post = async (path: string, body: object) => {
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(`${url()}/api/checkout/session/${path}`, init)).status;
    };
    if (code !== undefined) expect(await post('promotion-code', { code })).toBe(200);
    const status = await post('payments', {
      payment_method: { type: 'card', number, ...exact },
      email: 'a@b.example',
      expected_amount_atom: code === undefined ? 4900 : 3920,
    });
    return { shop, browser, session, status };
  }

  it.each([
    ['as what was ordered', '4242424242424242', undefined, 'Premium print kit', 4900, '$49.00'],
    ['as the one that the card can pay', poor, undefined, 'Basic print kit', 900, '$9.00'],
    ['as that one with a discount', poor, 'SAVE20', 'Basic print kit', 720, '$7.20'],
  ])(
    'is settled once, %s, and that is handed over',
    async (_, number, code, name, amountAtom, paid) => {
      const { shop, browser, session, status } = await pay(number, code);
      expect(status).toBe(200);
      expect((await browser.confirm(session)).status).toBe(200);
      await browser.confirm(session);
      expect(shop.paid).toMatchObject([{ payment: { item: { name }, amountAtom } }]);
      expect(shop.paid.map(shippingNote)).toEqual([
        expect.stringContaining(`: ${name}, ${paid} paid`),
      ]);
      expect(await browser.view(session)).toMatchObject({ product: name, paidAtom: amountAtom });
    },
  );

  it('is not paid, and names nothing cheaper, when every tier was declined', async () => {
    const { shop, browser, session, status } = await pay(declined);
    expect(status).toBe(402);
    expect((await browser.confirm(session)).status).toBe(409);
    const view = { state: 'open', product: 'Premium print kit', amountAtom: 4900 };
    expect(await browser.view(session)).toMatchObject(view);
    expect(shop.paid).toHaveLength(0);
  });

  it.each([
    ['an amount that is none of its own', { amount_subtotal_atom: 2000, amount_total_atom: 2000 }],
    ['more than that one costs', { amount_subtotal_atom: 900, amount_total_atom: 1900 }],
  ])('goes to review when it was paid with %s', async (_, amounts) => {
    const paymentkit = createFakePaymentKit();
    const settings = { url: 'http://127.0.0.1:4242', accountId: 'acc_dev_demo', secretKey };
    const shop = createTestShop({ ...settings, fetch: paymentkit.fetch });
    const browser = shop.browser();
    const session = await browser.order('kit-of-the-month');
    paymentkit.change(session, { state: 'completed', ...amounts });
    expect((await browser.confirm(session)).status).toBe(409);
    expect(await browser.view(session)).toMatchObject({ state: 'review' });
    expect(shop.paid).toHaveLength(0);
  });
});
