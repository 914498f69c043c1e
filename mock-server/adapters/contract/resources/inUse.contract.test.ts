import { expect, test } from 'vitest';
import { asProblem } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';
import { madeId } from '../harness/madeId.ts';

const line = (price: string) => [{ price_id: price, quantity: 1 }];

/** What a session names, and where that is found. */
const named = [
  [{ line_items: line('price_basic') }, '/prices/price_basic'],
  [{ cascade_line_items: [{ line_items: line('price_xyz') }] }, '/prices/price_xyz'],
  [{ coupon_id: 'coupon_dev_abc123' }, '/coupons/coupon_dev_abc123'],
  [{ promotion_code: 'save20' }, '/promotion-codes/promo_dev_save20'],
  [{ processor_route_id: 'proute_dev_x7k9m2n4' }, '/processor-routes/proute_dev_x7k9m2n4'],
  [
    {
      cascade_line_items: [
        { line_items: line('price_xyz'), processor_route_id: 'proute_dev_fallback' },
      ],
    },
    '/processor-routes/proute_dev_fallback',
  ],
] as const;

describeTransports('what is in use', (transport) => {
  test.each(named)('a session with %j keeps %s from being deleted', async (body, path) => {
    const world = createWorld(transport);
    const { id } = await world.create(body);
    await world.api('POST', `/checkout-sessions/${id}/complete`);
    const reply = await world.api('DELETE', path);
    expect([reply.status, asProblem(reply).code]).toEqual([409, 'in_use']);
    expect((await world.api('GET', path)).status).toBe(200);
    expect((await createWorld(transport).api('GET', path)).status).toBe(200);
  });

  test('what a session was about before a fallback took its place stays, too', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({
      line_items: line('price_basic'),
      cascade_line_items: [{ line_items: line('price_xyz') }],
    });
    const declined = { payment_method: card('4000000000000002'), expected_amount_atom: 900 };
    await world.pay(token, declined);
    expect((await world.retrieve(id)).amount_total_atom).toBe(2000);
    expect((await world.api('DELETE', '/prices/price_basic')).status).toBe(409);
  });

  test.each(['/products/prod_basic', '/processors/proc_dev_stripe', '/coupons/coupon_dev_save20'])(
    '%s is named by another record and stays',
    async (path) => {
      const reply = await createWorld(transport).api('DELETE', path);
      expect([reply.status, asProblem(reply).code]).toEqual([409, 'in_use']);
    },
  );

  test('what nothing names any more can be deleted', async () => {
    const world = createWorld(transport);
    const remove = async (path: string) => (await world.api('DELETE', path)).status;
    expect(await remove('/prices/price_basic')).toBe(204);
    expect(await remove('/products/prod_basic')).toBe(204);
    expect(await remove('/promotion-codes/promo_dev_save20')).toBe(204);
    expect(await remove('/coupons/coupon_dev_save20')).toBe(204);
    const processors = [{ processor_id: 'proc_dev_airwallex' }];
    for (const id of ['x7k9m2n4', 'fallback']) {
      await world.api('PATCH', `/processor-routes/proute_dev_${id}`, { processors });
    }
    expect(await remove('/processors/proc_dev_stripe')).toBe(204);
    expect(await remove('/processor-routes/proute_dev_fallback')).toBe(204);
  });

  test('a customer is deleted once no checkout of theirs is open, and their cards stay', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({ customer_id: 'cus_abc123' });
    const refused = await world.api('DELETE', '/customers/cus_abc123');
    expect([refused.status, asProblem(refused).code]).toEqual([409, 'in_use']);
    const asked = { payment_method: card('4000000000000077'), save_payment_method: true };
    await world.pay(token, asked);
    expect((await world.api('DELETE', '/customers/cus_abc123')).status).toBe(409);
    await world.advance('1m');
    const { payment_method_id: method } = await world.retrieve(id);
    const path = `/payment-methods/${method ?? ''}`;
    expect((await world.api('GET', path)).text).toContain('"customer_id":"cus_abc123"');
    expect((await world.api('DELETE', '/customers/cus_abc123')).status).toBe(204);
    expect((await world.api('GET', path)).text).toContain('"customer_id":null');
    expect((await world.retrieve(id)).customer_id).toBe('cus_abc123');
  });

  test('a customer is deleted once no subscription of theirs is running', async () => {
    const world = createWorld(transport);
    const body = { customer_id: 'cus_abc123', line_items: line('price_pro_monthly') };
    const { id, secure_token: token } = await world.create(body);
    await world.pay(token, { expected_amount_atom: 2900 });
    const refused = await world.api('DELETE', '/customers/cus_abc123');
    expect([refused.status, asProblem(refused).code]).toEqual([409, 'in_use']);
    const [subscription = ''] = (await world.retrieve(id)).subscription_ids;
    await world.api('POST', `/subscriptions/${subscription}/cancel`);
    expect((await world.api('DELETE', '/customers/cus_abc123')).status).toBe(204);
  });

  test('a subscription keeps its price, its coupon and its processor until it is over', async () => {
    const world = createWorld(transport);
    const terms = { customer_id: 'cus_abc123', currency: 'usd', billing_interval: 'month' };
    const product = { product_id: 'prod_pro', currency: 'usd', unit_amount_atom: 500 };
    const monthly = { price_type: 'recurring', billing_interval: 'month' };
    const price = madeId(await world.api('POST', '/prices', { ...product, ...monthly }));
    const processor = madeId(await world.api('POST', '/processors', { name: 'Own' }));
    const coupon = madeId(
      await world.api('POST', '/coupons', { percent_off: 5, duration: 'forever' }),
    );
    const items = [{ price_id: price }];
    const body = { ...terms, items, processor_id: processor, trial_period_days: 5 };
    const subscription = `/subscriptions/${madeId(await world.api('POST', '/subscriptions', body))}`;
    await world.api('PATCH', subscription, { coupon_id: coupon });
    const next = madeId(await world.api('POST', '/prices', { ...product, ...monthly }));
    const added = { action: 'add', new_price_id: next };
    const later = { items: [added], effective_at: 'period_end' };
    await world.api('POST', `${subscription}/change-plan`, later);
    const paths = [
      `/prices/${price}`,
      `/prices/${next}`,
      `/processors/${processor}`,
      `/coupons/${coupon}`,
    ];
    const remove = async () =>
      Promise.all(paths.map(async (path) => (await world.api('DELETE', path)).status));
    expect(await remove()).toEqual([409, 409, 409, 409]);
    await world.api('POST', `${subscription}/cancel`);
    expect(await remove()).toEqual([204, 204, 204, 204]);
  });

  test('what was made is used by a checkout, and what was retired is not', async () => {
    const world = createWorld(transport);
    const product = madeId(await world.api('POST', '/products', { name: 'Lino kit' }));
    const amount = { currency: 'eur', unit_amount_atom: 3000 };
    const price = madeId(await world.api('POST', '/prices', { product_id: product, ...amount }));
    const coupon = madeId(await world.api('POST', '/coupons', { percent_off: 50 }));
    await world.api('POST', '/promotion-codes', { code: 'Half', coupon_id: coupon });
    const body = { line_items: line(price), promotion_code: 'HALF' };
    expect(await world.create(body)).toMatchObject({
      promotion_code: 'Half',
      amount_total_atom: 1500,
      line_items: [{ description: 'Lino kit', currency: 'eur' }],
    });
    await world.api('PATCH', `/coupons/${coupon}`, { redeem_by: '2020-01-01T00:00:00Z' });
    await expect(world.create(body)).rejects.toThrow('expired');
    await world.api('PATCH', `/prices/${price}`, { active: false });
    await expect(world.create(body)).rejects.toThrow('inactive_price');
  });
});
