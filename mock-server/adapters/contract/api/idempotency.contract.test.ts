import { expect, test } from 'vitest';
import { asProblem, asPublic, asSession } from '../harness/asProblem.ts';
import { createWorld, urls } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const withKey = (key: string) => ({ 'idempotency-key': key });

describeTransports('idempotency', (transport) => {
  test('the same key and body get the first answer again, byte for byte', async () => {
    const world = createWorld(transport);
    const create = () => world.api('POST', '/checkout-sessions', urls, withKey('k'));
    const first = await create();
    expect(first.headers.has('idempotent-replayed')).toBe(false);
    const again = await create();
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await world.api('GET', '/checkout-sessions')).text).toContain('"total":1');
  });

  test('the same key with another body is a 422', async () => {
    const world = createWorld(transport);
    await world.api('POST', '/checkout-sessions', urls, withKey('k'));
    for (const body of [{ ...urls, mode: 'setup' }, '{"broken']) {
      const reply = await world.api('POST', '/checkout-sessions', body, withKey('k'));
      expect([reply.status, asProblem(reply).code]).toEqual([422, 'idempotency_key_reused']);
    }
  });

  test('a key belongs to its account, path and session', async () => {
    const world = createWorld(transport);
    const other = createWorld(transport);
    const first = asSession(await world.api('POST', '/checkout-sessions', urls, withKey('k')));
    const second = asSession(await other.api('POST', '/checkout-sessions', urls, withKey('k')));
    expect(second.id).not.toBe(first.id);
    const path = `/checkout-sessions/${first.id}/expire`;
    expect((await world.api('POST', path, undefined, withKey('k'))).status).toBe(200);
    for (const { id, secure_token: token } of [await world.create(), await world.create()]) {
      const reply = await world.browser(
        'POST',
        '/promotion-code',
        token,
        { code: 'SAVE20' },
        withKey('k'),
      );
      const { id: answered, discount } = asPublic(reply);
      expect([answered, discount?.promotion_code]).toEqual([id, 'SAVE20']);
    }
  });

  test('a refusal is not kept: the same key may try again', async () => {
    const world = createWorld(transport);
    const bad = await world.api('POST', '/checkout-sessions', { ...urls, mode: 'x' }, withKey('k'));
    expect(bad.status).toBe(422);
    expect((await world.api('POST', '/checkout-sessions', urls, withKey('k'))).status).toBe(201);
  });

  test('a decline and a changed amount are kept', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    for (const [key, body] of [
      ['amount', { expected_amount_atom: 1 }],
      [
        'decline',
        {
          payment_method: {
            type: 'card',
            number: '4000000000000002',
            exp_month: 1,
            exp_year: 2099,
            cvc: '123',
          },
        },
      ],
    ] as const) {
      const first = await world.pay(token, body, withKey(key));
      const again = await world.pay(token, body, withKey(key));
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(again.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  test('a key is forgotten after a day of the account’s clock', async () => {
    const world = createWorld(transport);
    const create = () => world.api('POST', '/checkout-sessions', urls, withKey('k'));
    const first = asSession(await create());
    await world.advance('23h59m');
    expect(asSession(await create()).id).toBe(first.id);
    await world.advance('1m');
    expect(asSession(await create()).id).not.toBe(first.id);
  });

  test('a key of 255 characters is taken, a longer one and an empty one are not', async () => {
    const world = createWorld(transport);
    const create = (key: string) => world.api('POST', '/checkout-sessions', urls, withKey(key));
    expect((await create('k'.repeat(255))).status).toBe(201);
    for (const key of ['k'.repeat(256), '']) {
      const reply = await create(key);
      expect([reply.status, asProblem(reply).code]).toEqual([400, 'invalid_idempotency_key']);
    }
  });

  test('twenty at once with one key make one session; each gets its answer or is told to wait', async () => {
    const world = createWorld(transport);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => world.api('POST', '/checkout-sessions', urls, withKey('k'))),
    );
    const made = new Set<string>();
    for (const reply of replies) {
      if (reply.status === 201) made.add(asSession(reply).id);
      else {
        expect([reply.status, asProblem(reply).code]).toEqual([409, 'idempotency_in_progress']);
        expect(reply.headers.get('retry-after')).toBe('1');
      }
    }
    expect(made.size).toBe(1);
    expect((await world.api('GET', '/checkout-sessions')).text).toContain('"total":1');
  });
});
