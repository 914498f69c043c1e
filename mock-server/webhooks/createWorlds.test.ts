import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestSession } from '../checkout/fixtures/createTestSession.ts';
import type { AccountChange } from '../domain/changes/AccountChange.ts';
import type { Change, Persistence } from '../store/Persistence.ts';
import { queueDelivery } from '../store/queueDelivery.ts';
import type { PaymentRecord } from '../store/records/PaymentRecord.ts';
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
  const reportError = vi.fn();
  const worlds = createWorlds({ realTime: Date.now, send, webhookHosts: [], reportError });
  const account = worlds.store.account('acc');
  const { id } = account.decide((now) => createTestSession(account, { expires_in_hours: 2 }, now));
  const heard: AccountChange[] = [];
  worlds.follow('acc', (change) => heard.push(change));
  return { worlds, account, id, heard, reportError };
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
  { account }: Pick<ReturnType<typeof createScene>, 'account'>,
  options: Partial<Parameters<typeof queueDelivery>[3]> = {},
  id = 'we_0',
) {
  const { webhookEndpoints, events } = account.records;
  account.decide((now) => {
    const dated = { created_at: now, updated_at: now };
    const to = { url: 'https://shop.example/hook', events: ['*' as const], description: null };
    const endpoint = webhookEndpoints.put({
      ...{ id, ...to, enabled: true, secret: 'whsec_MTIz', ...dated },
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

test('an endpoint hears of one thing after the other, and one that is slow holds up no other', async () => {
  const answers: (() => void)[] = [];
  const scene = createScene(async () => {
    await new Promise<void>((resolve) => answers.push(resolve));
    return { status: 200 };
  });
  for (const endpoint of ['we_0', 'we_0', 'we_1']) tell(scene, {}, endpoint);
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toHaveLength(2);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toHaveLength(3);
  for (const answer of answers) answer();
  await scene.worlds.idle(scene.account);
  expect(deliveriesOf(scene).map(({ state }) => state)).toEqual(Array(3).fill('succeeded'));
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

/** Keeps what is saved in memory, for the next server. */
function createPersistence(): Persistence {
  const things = new Map<string, Change>();
  const accounts = () => (things.size > 0 ? [['acc', [...things.values()]] as const] : []);
  return {
    load: () => new Map(accounts()),
    save(_accountId, changes) {
      for (const change of changes) {
        const place = `${change.kind} ${change.id}`;
        if (change.value === undefined) things.delete(place);
        else things.set(place, change);
      }
    },
    forget: () => undefined,
    close: () => undefined,
  };
}

test('after a restart a retry comes at its time, although nobody asks', async () => {
  const persistence = createPersistence();
  const [before, after] = [503, 200].map((status) => {
    const send = vi.fn<SendWebhook>(() => Promise.resolve({ status }));
    const reportError = vi.fn();
    return {
      send,
      worlds: createWorlds({ realTime: Date.now, send, webhookHosts: [], reportError }),
    };
  });
  if (!before || !after) throw new Error('No worlds.');
  before.worlds.keepIn(persistence);
  const account = before.worlds.store.account('acc');
  tell({ account });
  await before.worlds.idle(account);
  before.worlds.stop();
  after.worlds.keepIn(persistence);
  expect(after.send).not.toHaveBeenCalled();
  vi.advanceTimersByTime(6000);
  await after.worlds.idle(after.worlds.store.account('acc'));
  expect([before.send.mock.calls.length, after.send.mock.calls.length]).toEqual([1, 1]);
});

test('whoever waits until all is delivered waits for what begins meanwhile, too', async () => {
  let times = 0;
  const scene = createScene(async () => {
    times += 1;
    const turns = 30 * times;
    // As of a receiver that changes something once it is told.
    if (times < 3) tell(scene, {}, `we_${String(times)}`);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    return { status: 200 };
  });
  tell(scene);
  await scene.worlds.idle(scene.account);
  expect(times).toBe(3);
  expect(deliveriesOf(scene).map(({ state }) => state)).toEqual(Array(3).fill('succeeded'));
});

test('what came of a delivery and cannot be kept is reported, and kept with the next decision that can be', async () => {
  const send = vi.fn<SendWebhook>(() => Promise.resolve({ status: 200 }));
  const scene = createScene(send);
  const full = new Error('The disk is full.');
  const states = () => deliveriesOf(scene).map(({ state }) => state);
  const fill = (): void => {
    vi.spyOn(scene.account, 'decide').mockImplementationOnce(() => {
      throw full;
    });
  };
  tell(scene);
  fill();
  await scene.worlds.idle(scene.account);
  expect([scene.reportError.mock.calls, states()]).toEqual([[[full]], ['pending']]);
  tell(scene);
  await scene.worlds.idle(scene.account);
  expect([states(), send.mock.calls.length]).toEqual([['succeeded', 'succeeded'], 2]);
});

test('all that could not be kept waits, however often that fails, and fails no decision that can be kept', async () => {
  const send = vi.fn<SendWebhook>(() => Promise.resolve({ status: 200 }));
  const scene = createScene(send);
  const { account, worlds, reportError } = scene;
  const states = () => deliveriesOf(scene).map(({ state }) => state);
  const conclude = async (isFull: boolean): Promise<void> => {
    const decide = vi.spyOn(account, 'decide');
    if (isFull) {
      decide.mockImplementation(() => {
        throw new Error('The disk is full.');
      });
    }
    await worlds.idle(account);
    decide.mockRestore();
  };
  tell(scene);
  tell(scene, {}, 'we_1');
  await conclude(true);
  tell(scene, {}, 'we_2');
  await conclude(true);
  expect([states(), reportError.mock.calls.length]).toEqual([Array(3).fill('pending'), 5]);
  tell(scene, {}, 'we_3');
  await conclude(false);
  expect([states(), send.mock.calls.length]).toEqual([Array(4).fill('succeeded'), 4]);
});

test('that nobody could be told is kept later, too', async () => {
  const scene = createScene();
  const { account, worlds } = scene;
  tell(scene);
  account.decide(() => account.records.webhookEndpoints.delete('we_0'));
  const decide = vi.spyOn(account, 'decide').mockImplementation(() => {
    throw new Error('The disk is full.');
  });
  await worlds.idle(account);
  decide.mockRestore();
  expect(deliveriesOf(scene)).toMatchObject([{ state: 'pending' }]);
  tell(scene, {}, 'we_1');
  await worlds.idle(account);
  expect(deliveriesOf(scene)).toMatchObject([{ state: 'failed' }, { state: 'succeeded' }]);
});

test('a move of the clock that fails leaves the next one to begin', async () => {
  const { worlds, account } = createScene();
  account.due.add({ at: Date.now() + hour, kind: 'payment.settle', id: 'pi_1' });
  const lost: Partial<PaymentRecord> = { id: 'pi_1', status: 'processing', session_id: null };
  account.decide(() => account.records.payments.put(lost as PaymentRecord));
  const failing = worlds.moveClock(account, hour);
  const following = worlds.moveClock(account, hour);
  await expect(failing).rejects.toThrow('A payment without a session.');
  await following;
  expect(account.clock.offset).toBe(2 * hour);
});
