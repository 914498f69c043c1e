import { expect, test } from 'vitest';
import { z } from 'zod';
import { asProblem, parse, type Reply } from '../harness/asProblem.ts';
import { createWorld } from '../harness/createWorld.ts';
import { describeTransports, type Transport } from '../harness/describeTransports.ts';

const recordSchema = z.looseObject({
  id: z.string(),
  custom_fields: z.record(z.string(), z.unknown()).optional(),
});
const record = (reply: Reply) => parse(recordSchema, reply);
const expand = '?expand=custom_fields';

const payer = { customer_id: 'cus_abc123', currency: 'usd' };
const monthly = { billing_interval: 'month', items: [{ price_id: 'price_pro_monthly' }] };

const holders = [
  ['customer', '/customers', { email: 'sam@shop.example' }],
  ['product', '/products', { name: 'Ink' }],
  ['price', '/prices', { product_id: 'prod_pro', currency: 'usd', unit_amount_atom: 100 }],
  ['invoice', '/invoices', { ...payer, items: [{ name: 'Frame', unit_amount: 1 }] }],
  ['subscription', '/subscriptions', { ...payer, ...monthly, trial_period_days: 7 }],
] as const;

function createFieldWorld(transport: Transport) {
  const world = createWorld(transport);
  return {
    ...world,
    async define(entity: string, key: string, more: object = {}) {
      const body = { entity, key, data_type: 'text', ...more };
      const reply = await world.api('POST', '/custom-field-definitions', body);
      expect(reply.status).toBe(201);
      return `/custom-field-definitions/${record(reply).id}`;
    },
    fields: async (path: string) => record(await world.api('GET', path + expand)).custom_fields,
  };
}

describeTransports('custom fields', (transport) => {
  test.each(holders)('a %s has them, shown when they are asked for', async (entity, path, body) => {
    const world = createFieldWorld(transport);
    await world.define(entity, 'note');
    await world.define(entity, 'size', { data_type: 'number', min: 2, max: 2 });
    const given = { ...body, custom_fields: { note: 'a', size: 2 } };
    const plain = record(await world.api('POST', path, given));
    expect(plain).not.toHaveProperty('custom_fields');
    const one = `${path}/${plain.id}`;
    expect(await world.fields(one)).toEqual({ note: 'a', size: 2 });
    const list = await world.api('GET', `${path}${expand}&limit=1`);
    expect(list.text).toContain('"custom_fields":{"note":"a","size":2}');
    const change = { custom_fields: { size: null } };
    const changed = await world.api('PATCH', one + expand, change);
    expect(record(changed).custom_fields).toEqual({ note: 'a' });
    const refused = await world.api('PATCH', one, { custom_fields: { note: 'b', size: 10 } });
    expect(asProblem(refused).errors).toMatchObject([{ loc: ['body', 'custom_fields', 'size'] }]);
    expect(await world.fields(one)).toEqual({ note: 'a' });
  });

  test.each(holders)('deleting a definition of a %s deletes its values', async (...holder) => {
    const [entity, path, body] = holder;
    const world = createFieldWorld(transport);
    const definition = await world.define(entity, 'note');
    await world.define(entity, 'other');
    const given = { ...body, custom_fields: { note: 'a', other: 'b' } };
    const { id } = record(await world.api('POST', path, given));
    expect((await world.api('DELETE', definition)).status).toBe(204);
    expect(await world.fields(`${path}/${id}`)).toEqual({ other: 'b' });
    const again = await world.api('PATCH', `${path}/${id}`, { custom_fields: { note: 'a' } });
    expect(asProblem(again).errors).toMatchObject([{ type: 'unknown_custom_field' }]);
    await world.define(entity, 'note');
    expect(await world.fields(`${path}/${id}`)).toEqual({ other: 'b' });
  });

  test('a session loses the values of a deleted definition, its subscriptions’ too', async () => {
    const world = createFieldWorld(transport);
    const { id } = await world.create({
      custom_fields: { order_id: '7', campaign: 'spring' },
      params_for_sub: { custom_fields: { tier: 'gold', region: 'eu' } },
    });
    for (const key of ['order_id', 'tier']) {
      await world.api('DELETE', `/custom-field-definitions/cf_dev_${key}`);
    }
    expect(await world.fields(`/checkout-sessions/${id}`)).toEqual({ campaign: 'spring' });
    const { params_for_sub: forSub } = await world.retrieve(id);
    expect(forSub).toEqual({ custom_fields: { region: 'eu' } });
  });

  test('an option that is in use cannot be removed, any other can', async () => {
    const world = createFieldWorld(transport);
    const options = ['free', 'team', 'pro'];
    const definition = await world.define('customer', 'plan', { data_type: 'select', options });
    const given = { email: 'sam@shop.example', custom_fields: { plan: 'team' } };
    const { id } = record(await world.api('POST', '/customers', given));
    const reply = await world.api('PATCH', definition, { options: ['free', 'pro'] });
    expect([reply.status, asProblem(reply).code]).toEqual([409, 'option_in_use']);
    const other = await world.api('PATCH', definition, { options: ['team', 'max'] });
    expect(other.text).toContain('"options":["team","max"]');
    const gone = await world.api('PATCH', `/customers/${id}`, { custom_fields: { plan: 'pro' } });
    expect(asProblem(gone).errors?.[0]?.msg).toBe('Give one of: team, max');
  });

  test('a list of definitions is narrowed by their entity', async () => {
    const world = createFieldWorld(transport);
    const reply = await world.api('GET', '/custom-field-definitions?entity=subscription');
    const { data } = parse(z.object({ data: z.array(z.object({ key: z.string() })) }), reply);
    expect(data.map(({ key }) => key)).toEqual(['region', 'tier']);
  });
});
