import { expect, test } from 'vitest';
import { asClock, asProblem } from '../harness/asProblem.ts';
import { createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

describeTransports('the control plane', (transport) => {
  test('the server says what it is and what it is not', async () => {
    const world = createWorld(transport);
    const reply = await world.send('GET', '/_mock');
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('No money moves');
    expect(reply.text).toContain(`POST ${transport.pages()}/api/{account_id}/checkout-sessions`);
  });

  test('its front page says the same', async () => {
    const world = createWorld(transport);
    const { text } = await world.send('GET', '/_mock');
    expect((await world.send('GET', '/')).text).toBe(text);
  });

  test('a clock moves forward and goes on ticking', async () => {
    const world = createWorld(transport);
    const before = asClock(await world.control('GET', '/clock'));
    expect(before).toMatchObject({ account_id: world.account, frozen: false, offset_ms: 0 });
    const after = asClock(await world.advance('1h30m'));
    expect(after.offset_ms).toBe(5_400_000);
    const moved = Date.parse(after.now) - Date.parse(before.now);
    expect(moved).toBeGreaterThanOrEqual(5_400_000);
    expect(moved).toBeLessThan(5_460_000);
  });

  test('what is added at once is all added', async () => {
    const world = createWorld(transport);
    await Promise.all(Array.from({ length: 10 }, () => world.advance('1h')));
    expect(asClock(await world.control('GET', '/clock')).offset_ms).toBe(36_000_000);
  });

  test('a frozen clock stands still, can be moved, and goes on from there', async () => {
    const world = createWorld(transport);
    const frozen = asClock(await world.control('POST', '/clock', { freeze: true }));
    expect(asClock(await world.control('GET', '/clock')).now).toBe(frozen.now);
    const set = await world.control('POST', '/clock', { now: '2030-01-01T02:00:00+02:00' });
    expect(asClock(set)).toMatchObject({ now: '2030-01-01T00:00:00.000Z', frozen: true });
    const going = asClock(await world.control('POST', '/clock', { freeze: false, advance: '1s' }));
    expect(going.frozen).toBe(false);
    expect(going.now.startsWith('2030-01-01T00:00:01')).toBe(true);
  });

  test('times of resources are those of the account’s clock', async () => {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true, now: '2030-06-01T00:00:00Z' });
    const session = await world.create({ expires_in_hours: 2 });
    expect(session.created_at).toBe('2030-06-01T00:00:00.000Z');
    expect(session.expires_at).toBe('2030-06-01T02:00:00.000Z');
    expect(asClock(await world.control('GET', '/clock')).next_due_at).toBe(session.expires_at);
    await world.advance('3h');
    expect(await world.retrieve(session.id)).toMatchObject({
      state: 'expired',
      updated_at: '2030-06-01T02:00:00.000Z',
    });
  });

  test('what falls due next is named, without what has lost its place', async () => {
    const world = createWorld(transport);
    const waiting = async () => asClock(await world.control('GET', '/clock')).waiting;
    const { id: paid } = await world.create({ expires_in_hours: 1 });
    const { id, expires_at: at } = await world.create({ expires_in_hours: 2 });
    expect((await waiting()).map((due) => due.id)).toEqual([paid, id]);
    await world.control('POST', `/sessions/${paid}/outcome`, { outcome: 'complete' });
    expect(await waiting()).toEqual([{ at, kind: 'session.expire', id, webhook: null }]);
    await world.advance('3h');
    expect(await waiting()).toEqual([]);
  });

  test('a session expires at its time and not before', async () => {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true });
    const { id } = await world.create({ expires_in_hours: 1 });
    await world.advance('59m59s999ms');
    expect((await world.retrieve(id)).state).toBe('open');
    await world.advance('1ms');
    expect((await world.retrieve(id)).state).toBe('expired');
  });

  test.each([
    [{ now: '2001-01-01T00:00:00Z' }, 'now'],
    [{ now: 'tomorrow' }, 'now'],
    [{ now: '2030-01-01T00:00:00Z', advance: '1s' }, 'now'],
    [{ advance: '-1s' }, 'advance'],
    [{ advance: '25' }, 'advance'],
    [{ advance: 3600 }, 'advance'],
    [{ advance: '9999999d' }, 'advance'],
    [{ now: '9000-01-01T00:00:00Z' }, 'now'],
    [{ freeze: 'yes' }, 'freeze'],
    [{ rewind: true }, 'rewind'],
  ])('%j is a 422 and moves nothing', async (body, field) => {
    const world = createWorld(transport);
    const reply = await world.control('POST', '/clock', body);
    expect(reply.status).toBe(422);
    expect(asProblem(reply).errors?.[0]?.loc).toEqual(['body', field]);
    const clock = asClock(await world.control('GET', '/clock'));
    expect(clock).toMatchObject({ frozen: false, offset_ms: 0 });
  });

  test('an empty request to the clock is a 422', async () => {
    const reply = await createWorld(transport).control('POST', '/clock', {});
    expect([reply.status, asProblem(reply).code]).toEqual([422, 'validation_failed']);
  });

  test('the clock of one account is not that of another', async () => {
    const world = createWorld(transport);
    await world.advance('100d');
    expect(asClock(await createWorld(transport).control('GET', '/clock')).offset_ms).toBe(0);
  });

  test('a reset forgets an account and leaves the others', async () => {
    const world = createWorld(transport);
    const other = createWorld(transport);
    const { id, secure_token: token } = await world.create();
    const kept = await other.create();
    await world.advance('1h');
    expect((await world.control('DELETE', '')).status).toBe(204);
    expect((await world.api('GET', `/checkout-sessions/${id}`)).status).toBe(404);
    expect((await world.browser('GET', '', token)).status).toBe(401);
    expect(asClock(await world.control('GET', '/clock')).offset_ms).toBe(0);
    expect((await other.retrieve(kept.id)).state).toBe('open');
    expect((await world.create()).state).toBe('open');
  });
});
