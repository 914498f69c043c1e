import { expect, test } from 'vitest';
import { asProblem, asPublic, parse } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';
import { z } from 'zod';

const idSchema = z.looseObject({ id: z.string() });
const countSchema = z.looseObject({ times_redeemed: z.int() });

describeTransports('a discount for so many payments', (transport) => {
  /** An account with a coupon that halves what is paid so many times, and how often it was used. */
  async function createShop(limit: number | null, more: object = {}) {
    const world = createWorld(transport);
    const body = { percent_off: 50, max_redemptions: limit, ...more };
    const { id: coupon } = parse(idSchema, await world.api('POST', '/coupons', body));
    const used = async () =>
      parse(countSchema, await world.api('GET', `/coupons/${coupon}`)).times_redeemed;
    const half = { expected_amount_atom: 2450 };
    return { world, coupon, used, half };
  }

  test('of fifty who pay at once with the last ones, only so many get them', async () => {
    const limit = 2;
    const { world, coupon, used, half } = await createShop(limit);
    const shoppers = transport.part([...Array(50).keys()]);
    const sessions = await Promise.all(shoppers.map(() => world.create({ coupon_id: coupon })));
    const replies = await Promise.all(
      sessions.map(({ secure_token: token }) => world.pay(token, half)),
    );
    const statuses = replies.map(({ status }) => status).sort();
    const lucky = Math.min(limit, shoppers.length);
    expect(statuses.filter((status) => status === 200)).toHaveLength(lucky);
    expect(statuses.filter((status) => status === 409)).toHaveLength(shoppers.length - lucky);
    expect(await used()).toBe(lucky);
    for (const reply of replies.filter(({ status }) => status === 409)) {
      const problem = asProblem(reply);
      expect([problem.code, problem.reason]).toEqual(['amount_changed', 'exhausted']);
      expect(problem.detail).toMatch(/^The discount has been used up .* Nothing was charged\./);
      expect(problem.session).toMatchObject({ amount_total_atom: 4900, discount: null });
    }
    // Who agrees to the full price pays it.
    const again = await Promise.all(sessions.map(({ secure_token: token }) => world.pay(token)));
    expect(again.filter(({ status }) => status === 200)).toHaveLength(shoppers.length - lucky);
    expect(await used()).toBe(lucky);
  });

  test.each([
    ['coupon', 1, {}],
    ['code', 5, { max_redemptions: 1 }],
  ])('who is at the bank holds the last of a %s, and gives it back', async (_, limit, more) => {
    const { world, coupon, used, half } = await createShop(limit);
    await world.api('POST', '/promotion-codes', { code: 'LAST', coupon_id: coupon, ...more });
    const apply = (token: string) =>
      world.browser('POST', '/promotion-code', token, { code: 'last' });
    const [first, second] = [await world.create(), await world.create()];
    for (const { secure_token: token } of [first, second]) {
      expect(asPublic(await apply(token)).amount_total_atom).toBe(2450);
    }
    const atBank = { ...half, payment_method: card('4000000000003220') };
    expect((await world.pay(first.secure_token, atBank)).status).toBe(200);
    const refused = asProblem(await world.pay(second.secure_token, half));
    expect([refused.code, refused.reason]).toEqual(['amount_changed', 'exhausted']);
    expect(asProblem(await apply(second.secure_token)).reason).toBe('exhausted');
    const { payment } = await world.read(first.secure_token);
    await world.browser('POST', `/payments/${payment?.id ?? ''}/cancel`, first.secure_token);
    expect(asPublic(await apply(second.secure_token)).amount_total_atom).toBe(2450);
    expect((await world.pay(second.secure_token, half)).status).toBe(200);
    expect(await used()).toBe(1);
    expect(asProblem(await world.pay(first.secure_token, half)).reason).toBe('exhausted');
  });

  test('who tries again holds one, and with another discount none', async () => {
    const { world, coupon, half } = await createShop(2);
    await world.api('POST', '/promotion-codes', { code: 'LAST', coupon_id: coupon });
    const shoppers = [await world.create(), await world.create(), await world.create()];
    const [first = '', second = '', third = ''] = shoppers.map(({ secure_token: token }) => token);
    const apply = async (token: string) =>
      (await world.browser('POST', '/promotion-code', token, { code: 'LAST' })).status;
    const atBank = { payment_method: card('4000000000003220') };
    const giveUp = async () => {
      const { payment } = await world.read(first);
      await world.browser('POST', `/payments/${payment?.id ?? ''}/cancel`, first);
    };
    expect(await apply(first)).toBe(200);
    await world.pay(first, { ...half, ...atBank });
    await giveUp();
    await world.pay(first, { ...half, ...atBank });
    expect(await apply(second)).toBe(200);
    await giveUp();
    await world.browser('DELETE', '/promotion-code', first);
    expect((await world.pay(first, atBank)).status).toBe(200);
    expect((await world.pay(second, half)).status).toBe(200);
    expect(await apply(third)).toBe(200);
  });

  test.each([
    ['the coupon', 2, null],
    ['its code', null, 2],
  ])(
    'each who is at the bank holds one, and with another discount none: %s is limited',
    async (_, limit, max_redemptions) => {
      const { world, coupon, half } = await createShop(limit);
      const body = { code: 'LAST', coupon_id: coupon, max_redemptions };
      expect((await world.api('POST', '/promotion-codes', body)).status).toBe(201);
      const shoppers = [await world.create(), await world.create(), await world.create()];
      const [first = '', second = '', third = ''] = shoppers.map((it) => it.secure_token);
      const apply = async (token: string) =>
        (await world.browser('POST', '/promotion-code', token, { code: 'LAST' })).status;
      for (const token of [first, second, third]) expect(await apply(token)).toBe(200);
      const atBank = { payment_method: card('4000000000003220') };
      for (const token of [first, second]) await world.pay(token, { ...half, ...atBank });
      expect(asProblem(await world.pay(third, half)).reason).toBe('exhausted');
      const { payment } = await world.read(first);
      await world.browser('POST', `/payments/${payment?.id ?? ''}/cancel`, first);
      await world.browser('DELETE', '/promotion-code', first);
      expect((await world.pay(first, atBank)).status).toBe(200);
      expect(await apply(third)).toBe(200);
      expect((await world.pay(third, half)).status).toBe(200);
    },
  );

  test('a delayed card holds it to its end', async () => {
    const { world, coupon, used, half } = await createShop(1);
    const [first, second] = [
      await world.create({ coupon_id: coupon }),
      await world.create({ coupon_id: coupon }),
    ];
    const slow = { ...half, payment_method: card('4000000000000077') };
    expect((await world.pay(first.secure_token, slow)).status).toBe(200);
    expect((await world.pay(second.secure_token, half)).status).toBe(409);
    await world.advance('2m');
    expect((await world.retrieve(first.id)).state).toBe('completed');
    expect(await used()).toBe(1);
  });

  test('a code that is used up leaves the discount that the merchant gave', async () => {
    const { world, coupon } = await createShop(5);
    const code = { code: 'ONCE', coupon_id: coupon, max_redemptions: 1 };
    await world.api('POST', '/promotion-codes', code);
    const create = async () => {
      const session = await world.create({ coupon_id: 'coupon_dev_abc123' });
      await world.browser('POST', '/promotion-code', session.secure_token, { code: 'ONCE' });
      return session;
    };
    const [first, second] = [await create(), await create()];
    expect((await world.pay(first.secure_token, { expected_amount_atom: 2450 })).status).toBe(200);
    const { session } = asProblem(
      await world.pay(second.secure_token, { expected_amount_atom: 2450 }),
    );
    expect(session).toMatchObject({ amount_total_atom: 4410, discount: { promotion_code: null } });
    expect((await world.pay(second.secure_token, { expected_amount_atom: 4410 })).status).toBe(200);
  });

  test('what was to cost nothing asks for a card when the gift is gone', async () => {
    const { world, coupon, used } = await createShop(1, { percent_off: 100 });
    const free = { payment_method: undefined, expected_amount_atom: 0 };
    const [first, second] = [
      await world.create({ coupon_id: coupon }),
      await world.create({ coupon_id: coupon }),
    ];
    expect((await world.pay(first.secure_token, free)).status).toBe(200);
    expect(asProblem(await world.pay(second.secure_token, free)).reason).toBe('exhausted');
    expect((await world.pay(second.secure_token)).status).toBe(200);
    expect(await used()).toBe(1);
  });

  test('a session that is settled without its page pays what is left to pay', async () => {
    const { world, coupon, used } = await createShop(1);
    const sessions = [
      await world.create({ coupon_id: coupon }),
      await world.create({ coupon_id: coupon }),
    ];
    for (const { id } of sessions) {
      await world.control('POST', `/sessions/${id}/outcome`, { outcome: 'complete' });
    }
    const paid = await Promise.all(sessions.map(async ({ id }) => world.retrieve(id)));
    expect(paid.map(({ amount_total_atom: total }) => total)).toEqual([2450, 4900]);
    expect(await used()).toBe(1);
  });
});
