import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asClock, asProblem } from '../harness/asProblem.ts';
import { card, createWorld, urls } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const anything = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom(
      ...Object.keys(urls),
      'mode',
      'line_items',
      'number',
      'expected_amount_atom',
      'code',
      'advance',
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
);

/** Good bodies with one place replaced by something else. */
const payment = { payment_method: card(), email: 'a@b.example', expected_amount_atom: 4900 };
const spoiled = fc
  .tuple(
    fc.constantFrom('payment_method', 'email', 'expected_amount_atom', 'extra'),
    fc.jsonValue({ maxDepth: 1 }),
  )
  .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(payment[field as 'email']))
  .map(([field, value]) => ({ ...payment, [field]: value }));

describeTransports('broken bodies', (transport) => {
  test('whatever is sent where it does not belong is refused and changes nothing', async () => {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true });
    const { id, secure_token: token } = await world.create();
    const state = async () => [
      (await world.api('GET', '/checkout-sessions')).text,
      (await world.browser('GET', '', token)).text,
      asClock(await world.control('GET', '/clock')).now,
    ];
    const before = await state();
    const send = [
      (body: unknown) => world.api('POST', '/checkout-sessions', body),
      (body: unknown) => world.browser('POST', '/payments', token, body),
      (body: unknown) => world.browser('POST', '/promotion-code', token, body),
      (body: unknown) => world.control('POST', '/clock', body),
      (body: unknown) => world.api('POST', `/checkout-sessions/${id}/expire`, body),
    ];
    const isEmpty = (body: unknown) => JSON.stringify(body) === '{}';
    const runs = (most: number) => ({ numRuns: transport.part(Array(most).fill(0)).length });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: send.length - 1 }), anything, async (index, body) => {
        if (index === 4 && isEmpty(body)) return;
        const reply = await send[index]?.(JSON.stringify(body));
        if (!reply) return;
        expect(asProblem(reply).status).toBeGreaterThanOrEqual(400);
        expect(reply.status).toBeLessThan(500);
      }),
      runs(100),
    );
    await fc.assert(
      fc.asyncProperty(spoiled, async (body) => {
        const reply = await world.browser('POST', '/payments', token, JSON.stringify(body));
        expect([409, 422]).toContain(reply.status);
      }),
      runs(50),
    );
    expect(await state()).toEqual(before);
  });

  test('paying and expiring at once end a session in one way (fault 38)', async () => {
    const world = createWorld(transport);
    for (const round of transport.part([...Array(20).keys()])) {
      const { id, secure_token: token } = await world.create();
      const path = `/checkout-sessions/${id}`;
      const asks = [
        () => world.pay(token),
        () => world.api('POST', `${path}/expire`),
        () => world.api('POST', `${path}/complete`),
        () => world.pay(token, { payment_method: card('5555555555554444') }),
      ];
      const first = Math.floor(round / 4) % 4;
      const order = [...asks.slice(first), ...asks.slice(0, first)];
      const replies = await Promise.all(order.map((ask) => ask()));
      const { state, payment_intent_id: paid } = await world.retrieve(id);
      expect(['completed', 'expired']).toContain(state);
      const charges = replies.filter(({ text }) => text.startsWith('{"payment_intent_id":"pi_'));
      expect(charges.length).toBe(paid === null ? 0 : 1);
    }
  });
});
