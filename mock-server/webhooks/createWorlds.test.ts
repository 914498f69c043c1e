import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSession } from '../checkout/createSession.ts';
import { createSessionBodySchema } from '../schemas/createSessionBody.ts';
import type { AccountChange } from '../store/createChangeFeed.ts';
import { createWorlds } from './createWorlds.ts';

const hour = 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An account that somebody follows, with a session that expires in two hours. */
function createScene() {
  const send = () => Promise.resolve({ status: 200 });
  const worlds = createWorlds({ realTime: Date.now, send, webhookHosts: [] });
  const account = worlds.store.account('acc');
  const url = 'https://shop.example/';
  const given = { success_url: url, return_url: url, expires_in_hours: 2 };
  const body = createSessionBodySchema.parse(given);
  const { id } = account.decide((now) => createSession(account, body, 'https://pay.example', now));
  const heard: AccountChange[] = [];
  worlds.follow('acc', (change) => heard.push(change));
  return { worlds, account, id, heard };
}

test('who follows an account hears of what happens by itself, also sooner after its clock was moved', async () => {
  const { worlds, account, id, heard } = createScene();
  await worlds.moveClock(account, 2 * hour - 1000);
  expect(heard).toEqual([{ kind: 'clock', id: 'acc' }]);
  vi.advanceTimersByTime(999);
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(heard.slice(1)).toContainEqual({ kind: 'checkout_session', id });
});

test('hours that are added at once are all added', async () => {
  const { worlds, account } = createScene();
  const moves = [1, 2, 3].map((hours) => worlds.moveClock(account, hours * hour));
  await Promise.all(moves);
  expect(account.clock.offset).toBe(6 * hour);
});

test('once all is stopped, nothing happens before somebody asks', () => {
  const { worlds, account, id, heard } = createScene();
  const state = () => account.records.sessions.get(id)?.state;
  worlds.stop();
  vi.advanceTimersByTime(3 * hour);
  expect([heard, state()]).toEqual([[], 'open']);
  account.settle(account.clock.now());
  expect(state()).toBe('expired');
});
