import { expect, test } from 'vitest';
import { z } from 'zod';
import { asClock, parse } from '../harness/asProblem.ts';
import { createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const listSchema = z.object({ data: z.array(z.looseObject({ id: z.string() })), total: z.int() });

const count = process.env['PAYMENTKIT_TESTS'] === 'all' ? 200 : 50;

describeTransports('worlds at once', (transport) => {
  test('none sees another', async () => {
    const all = Array.from({ length: count }, () => createWorld(transport));
    const worlds = transport.part(all);
    const pages = await Promise.all(
      worlds.map(async (world, index) => {
        await world.advance(`${String(index)}h`);
        const { id, secure_token: token } = await world.create();
        if (index % 2 === 0) await world.pay(token);
        await world.api('POST', '/products', { name: `Product ${String(index)}` });
        const sessions = parse(listSchema, await world.api('GET', '/checkout-sessions'));
        const [newest] = parse(listSchema, await world.api('GET', '/products?limit=1')).data;
        const intents = parse(listSchema, await world.api('GET', '/payment-intents'));
        const clock = asClock(await world.control('GET', '/clock'));
        return { id, index, sessions, newest, intents, hours: clock.offset_ms / 3_600_000 };
      }),
    );
    for (const { id, index, sessions, newest, intents, hours } of pages) {
      expect([sessions.total, sessions.data[0]?.id]).toEqual([1, id]);
      expect(newest).toMatchObject({ name: `Product ${String(index)}` });
      expect(intents.total).toBe(index % 2 === 0 ? 1 : 0);
      expect(hours).toBe(index);
    }
  });
});
