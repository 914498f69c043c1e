import { expect, test, vi } from 'vitest';
import { checkoutTasks } from '../checkout/checkoutTasks.ts';
import type { Account } from './createAccount.ts';
import type { Written } from './decisions/createJournal.ts';
import { createStore } from './createStore.ts';
import type { Change, Persistence } from './Persistence.ts';
import { queueDelivery } from './queueDelivery.ts';

const start = 1_900_000_000_000;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const answer = { status: 201, text: '{}', contentType: 'application/json' };

/** A file that is a map: each thing under its kind and id, as it was written last. */
function createFile() {
  const accounts = new Map<string, Map<string, Change>>();
  const persistence = {
    load: () =>
      new Map([...accounts].map(([id, kept]) => [id, structuredClone([...kept.values()])])),
    save: vi.fn<Persistence['save']>((id, changes) => {
      const kept = accounts.get(id) ?? new Map<string, Change>();
      accounts.set(id, kept);
      for (const change of changes) {
        const key = `${change.kind} ${change.id}`;
        if (change.value === undefined) kept.delete(key);
        else kept.set(key, structuredClone(change));
      }
    }),
    forget: vi.fn<Persistence['forget']>((id) => accounts.delete(id)),
    close: () => undefined,
  };
  return { persistence, ids: () => [...accounts.keys()] };
}

/** A store as it is when the process starts. */
function startStore(persistence?: Persistence) {
  const onDeliveryDue = vi.fn<(account: Account, id: string) => void>();
  const onReset = vi.fn<(account: Account) => void>();
  const onCommit = vi.fn<(account: Account, written: readonly Written[]) => void>();
  const store = createStore({
    realTime: () => start,
    tasks: checkoutTasks,
    onDeliveryDue,
    onReset,
    onCommit,
  });
  if (persistence) store.keepIn(persistence);
  return { store, onDeliveryDue, onReset, onCommit };
}

/** Makes a customer in a decision, for there is hardly less that can be written. */
const addCustomer = (account: Account, id: string): void => {
  account.decide((now) => {
    const dated = { created_at: now, updated_at: now };
    account.records.customers.put({
      id,
      email: `${id}@a.example`,
      name: null,
      custom_fields: {},
      ...dated,
    });
  });
};

const customersOf = ({ records }: Account): string[] =>
  [...records.customers.values()].map(({ id }) => id);

test('an account is as it was after a restart: records, clock, what falls due and what was answered', () => {
  const { persistence, ids } = createFile();
  const before = startStore(persistence).store.account('acc');
  before.clock.set(start + 5000);
  before.clock.freeze(true);
  addCustomer(before, 'cus_1');
  addCustomer(before, 'cus_2');
  before.decide(() => {
    before.records.customers.delete('cus_1');
    before.due.add({ at: start + 9000, kind: 'session.expire', id: 'cs_1' });
    before.idempotency.keep('POST /x', utf8('body'), answer, start);
  });
  expect(ids()).toEqual(['acc']);
  const { store } = startStore(persistence);
  const after = store.account('acc');
  expect([...store.accounts()]).toEqual([after]);
  expect(customersOf(after)).toEqual(customersOf(before));
  expect(customersOf(after)).toEqual(['cus_abc123', 'cus_2']);
  expect([after.createdAt, after.clock.frozen, after.clock.now()]).toEqual([
    start,
    true,
    start + 5000,
  ]);
  expect([after.due.size, after.due.next]).toEqual([1, start + 9000]);
  expect(after.idempotency.recall('POST /x', utf8('body'), start)).toEqual(answer);
  expect(after.idempotency.recall('POST /x', utf8('other'), start)).toBe('other_body');
});

test('a clock that is set is kept at once, and nothing is written twice', () => {
  const { persistence } = createFile();
  const account = startStore(persistence).store.account('acc');
  account.clock.set(start + 5000);
  persistence.save.mockClear();
  expect(startStore(persistence).store.account('acc').clock.now()).toBe(start + 5000);
  addCustomer(account, 'cus_1');
  expect(persistence.save.mock.calls.map(([, changes]) => changes.map(({ id }) => id))).toEqual([
    ['cus_1'],
  ]);
});

test('what has been taken from the queue, and an answer that is forgotten, do not come back', () => {
  const { persistence } = createFile();
  const before = startStore(persistence).store.account('acc');
  before.decide(() => {
    before.due.add({ at: start, kind: 'session.expire', id: 'cs_none' });
    before.idempotency.keep('POST /x', utf8('body'), answer, start - 24 * 3_600_000);
  });
  before.settle(start);
  expect(before.idempotency.recall('POST /x', utf8('body'), start)).toBeUndefined();
  addCustomer(before, 'cus_1');
  const after = startStore(persistence).store.account('acc');
  expect(after.due.size).toBe(0);
  expect(after.idempotency.recall('POST /x', utf8('body'), start - 1)).toBeUndefined();
});

test('a delivery that was on its way is sent again, and one that waits is not sent twice', () => {
  const { persistence } = createFile();
  const before = startStore(persistence).store.account('acc');
  const event = { id: 'evt_1', type: 'invoice.paid' } as const;
  const queue = (at: number) =>
    before.decide(() => queueDelivery(before, event, { id: 'whe_1' }, { at }).id);
  const sent = queue(start);
  before.settle(start);
  const waiting = queue(start + 1000);
  const { store, onDeliveryDue } = startStore(persistence);
  const after = store.account('acc');
  after.settle(start + 999);
  expect(onDeliveryDue.mock.calls).toEqual([[after, sent]]);
  after.settle(start + 1000);
  expect(onDeliveryDue.mock.calls).toEqual([
    [after, sent],
    [after, waiting],
  ]);
});

test('a decision is told of with what it wrote, and what an account begins with is not', () => {
  const { persistence } = createFile();
  const { store, onCommit } = startStore(persistence);
  const account = store.account('acc');
  account.decide(() => undefined);
  expect(onCommit).not.toHaveBeenCalled();
  addCustomer(account, 'cus_1');
  expect(onCommit.mock.calls).toEqual([[account, [{ kind: 'customers', id: 'cus_1' }]]]);
  const again = startStore(persistence);
  addCustomer(again.store.account('acc'), 'cus_2');
  expect(again.onCommit).toHaveBeenCalledOnce();
});

test('of a decision that cannot be saved nothing remains, and the next one is whole', () => {
  const { persistence } = createFile();
  const account = startStore(persistence).store.account('acc');
  persistence.save.mockImplementationOnce(() => {
    throw new Error('The disk is full.');
  });
  expect(() => {
    addCustomer(account, 'cus_1');
  }).toThrow('The disk is full.');
  expect(customersOf(account)).toEqual(['cus_abc123']);
  addCustomer(account, 'cus_2');
  expect(customersOf(startStore(persistence).store.account('acc'))).toEqual([
    'cus_abc123',
    'cus_2',
  ]);
});

test('what fell due when the disk was full happens later, here and after a restart', () => {
  const { persistence } = createFile();
  const account = startStore(persistence).store.account('acc');
  const sizes = () => [account.due.size, startStore(persistence).store.account('acc').due.size];
  account.decide(() => {
    account.due.add({ at: start, kind: 'session.expire', id: 'cs_none' });
  });
  persistence.save.mockImplementationOnce(() => {
    throw new Error('The disk is full.');
  });
  expect(() => {
    account.settle(start);
  }).toThrow('The disk is full.');
  expect(sizes()).toEqual([1, 1]);
  account.settle(start);
  expect(sizes()).toEqual([0, 0]);
});

test('an account that is reset is as new, and what still runs in the old one saves nothing', () => {
  const { persistence, ids } = createFile();
  const { store, onReset } = startStore(persistence);
  const before = store.account('acc');
  addCustomer(before, 'cus_1');
  store.reset('acc');
  expect(onReset.mock.calls).toEqual([[before]]);
  expect([[...store.accounts()], ids()]).toEqual([[], []]);
  addCustomer(before, 'cus_2');
  expect(ids()).toEqual([]);
  const after = store.account('acc');
  expect(customersOf(after)).toEqual(['cus_abc123']);
  addCustomer(before, 'cus_3');
  addCustomer(after, 'cus_4');
  expect(customersOf(startStore(persistence).store.account('acc'))).toEqual([
    'cus_abc123',
    'cus_4',
  ]);
  store.reset('acc_other');
  expect(onReset).toHaveBeenCalledOnce();
});

test('what an account is given it has whenever it is new, and not twice after a restart', () => {
  const { persistence } = createFile();
  const give = vi.fn((account: Account) => {
    addCustomer(account, 'cus_seed');
  });
  const { store } = startStore(persistence);
  store.seed('acc', give);
  store.account('acc');
  expect(customersOf(store.account('acc'))).toEqual(['cus_abc123', 'cus_seed']);
  expect(customersOf(store.account('acc_other'))).toEqual(['cus_abc123']);
  store.reset('acc');
  expect(customersOf(store.account('acc'))).toEqual(['cus_abc123', 'cus_seed']);
  const again = startStore(persistence).store;
  again.seed('acc', give);
  again.account('acc');
  expect(give).toHaveBeenCalledTimes(2);
});

test('accounts are kept from the first request on, or not at all', () => {
  const { store } = startStore();
  store.account('acc');
  expect(() => {
    store.keepIn(createFile().persistence);
  }).toThrow('from the first request on only');
});
