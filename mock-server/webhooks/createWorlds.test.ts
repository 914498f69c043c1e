import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSession } from '../checkout/createSession.ts';
import type { AccountChange } from '../domain/changes/AccountChange.ts';
import { createSessionBodySchema } from '../schemas/createSessionBody.ts';
import { queueDelivery } from '../store/queueDelivery.ts';
import { createWorlds } from './createWorlds.ts';
import type { SendWebhook } from './sendOnce.ts';

const hour = 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An account that somebody follows, with a session that expires in two hours. */
function createScene(send: SendWebhook = () => Promise.resolve({ status: 200 })) {
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

/** Lets an account tell its one endpoint of something, in this way. */
function tell(
  { account }: ReturnType<typeof createScene>,
  options: Partial<Parameters<typeof queueDelivery>[3]> = {},
) {
  const { webhookEndpoints, events } = account.records;
  account.decide((now) => {
    const dated = { created_at: now, updated_at: now };
    const to = { url: 'https://shop.example/hook', events: ['*' as const], description: null };
    const endpoint = webhookEndpoints.put({
      ...{ id: 'we_1', ...to, enabled: true, secret: 'whsec_MTIz', ...dated },
    });
    const about = { id: 'evt_1', type: 'invoice.paid', object: {} } as const;
    const event = events.put({ ...about, previous_attributes: null, ...dated });
    queueDelivery(account, event, endpoint, { at: now, ...options });
  });
  account.settle(account.clock.now());
}

const deliveriesOf = ({ account }: ReturnType<typeof createScene>) => [
  ...account.records.deliveries.values(),
];

test('a retry is signed as wrongly as the attempt before, and a replay is not tried again', async () => {
  const scene = createScene(() => Promise.resolve({ status: 503 }));
  tell(scene, { badSignature: true });
  await scene.worlds.idle(scene.account);
  expect(deliveriesOf(scene)).toMatchObject([
    { attempt: 1, state: 'failed', bad_signature: true },
    { attempt: 2, state: 'pending', bad_signature: true },
  ]);
  tell(scene, { replay: true });
  await scene.worlds.idle(scene.account);
  expect(deliveriesOf(scene).slice(2)).toMatchObject([{ state: 'failed', retry_at: null }]);
});

test('what is on its way when all is stopped stays pending, to be sent at the next start', async () => {
  let begin: (signal: AbortSignal) => void = () => undefined;
  const begun = new Promise<AbortSignal>((resolve) => {
    begin = resolve;
  });
  const scene = createScene(({ signal }) => {
    begin(signal);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('Cut off.'));
      });
    });
  });
  tell(scene);
  const signal = await begun;
  scene.worlds.stop();
  await scene.worlds.idle(scene.account);
  expect(signal.aborted).toBe(true);
  expect(deliveriesOf(scene)).toMatchObject([{ state: 'pending', sent_at: null }]);
});

test('of an account that was reset nobody is told any more', async () => {
  const send = vi.fn<SendWebhook>(() => Promise.resolve({ status: 200 }));
  const scene = createScene(send);
  tell(scene);
  tell(scene);
  scene.worlds.store.reset('acc');
  await scene.worlds.idle(scene.account);
  expect(send).not.toHaveBeenCalled();
});

test.each(['stop', 'reset'] as const)(
  'a clock that is on its way goes no further after a %s, and nobody is told more',
  async (how) => {
    const send = vi.fn<SendWebhook>(() => Promise.resolve({ status: 503 }));
    const scene = createScene(send);
    const { worlds, account } = scene;
    tell(scene);
    const moved = worlds.moveClock(account, hour);
    await worlds.idle(account);
    if (how === 'stop') worlds.stop();
    else worlds.store.reset('acc');
    await moved;
    expect(send).toHaveBeenCalledTimes(1);
    expect(account.clock.offset).toBeLessThan(hour);
    await worlds.moveClock(worlds.store.account('acc'), hour);
    expect(worlds.store.account('acc').clock.now()).toBeGreaterThanOrEqual(Date.now() + hour);
  },
);
