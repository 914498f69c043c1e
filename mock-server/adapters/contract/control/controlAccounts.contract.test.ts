import { expect, test } from 'vitest';
import { accountsSchema } from '../../../handlers/control/controlAccounts.ts';
import { asProblem, asSession, parse } from '../harness/asProblem.ts';
import { createWorld, urls } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

describeTransports('accounts of the control plane', (transport) => {
  test('every account in memory is listed, and the one of the guide', async () => {
    const world = createWorld(transport);
    await world.create();
    await world.create();
    const { data } = parse(accountsSchema, await world.send('GET', '/_mock/accounts'));
    expect(data.filter(({ id }) => id === world.account)).toMatchObject([{ sessions: 2 }]);
    expect(data.map(({ id }) => id)).toContain('acc_dev_demo');
  });

  test('an operation of an account needs no key there, and does the same', async () => {
    const world = createWorld(transport);
    const body = { ...urls, line_items: [{ price_id: 'price_basic', quantity: 2 }] };
    const made = await world.control('POST', '/api/checkout-sessions', body);
    expect(made.status).toBe(201);
    const session = asSession(made);
    expect(await world.retrieve(session.id)).toEqual(session);
    await world.control('POST', `/api/checkout-sessions/${session.id}/expire`, {});
    expect((await world.retrieve(session.id)).state).toBe('expired');
    const changed = await world.control('PATCH', '/api/customers/cus_abc123', { name: 'Jo' });
    expect([changed.status, changed.text]).toMatchObject([200, expect.stringContaining('"Jo"')]);
  });

  test('what is wrong is refused as with a key', async () => {
    const world = createWorld(transport);
    const wrong = await world.control('POST', '/api/checkout-sessions', { colour: 'red' });
    expect([wrong.status, asProblem(wrong).code]).toEqual([422, 'validation_failed']);
    expect((await world.control('GET', '/api/customers/none')).status).toBe(404);
    expect((await world.control('GET', '/api/pets')).status).toBe(404);
    const method = await world.control('DELETE', '/api/checkout-sessions');
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'POST, GET, HEAD']);
    const named = await world.send('GET', '/_mock/accounts/checkout/api/customers');
    expect(named.status).toBe(404);
  });
});
