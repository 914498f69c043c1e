import { expect, test } from 'vitest';
import { checkoutTasks } from '../checkout/checkoutTasks.ts';
import { createStore } from '../store/createStore.ts';
import { moveClock } from './moveClock.ts';

const start = 1_900_000_000_000;

/** An account whose deliveries fall due as given; `real` is the time of the machine. */
function createAccount() {
  const real = { now: start };
  const seen: [id: string, at: number][] = [];
  const onDeliveryDue = (_account: unknown, id: string): void => {
    seen.push([id, account.clock.now() - start]);
  };
  const store = createStore({ realTime: () => real.now, tasks: checkoutTasks, onDeliveryDue });
  const account = store.account('acc');
  const add = (id: string, after: number): void => {
    account.due.add({ at: start + after, kind: 'webhook.deliver', id });
  };
  /** Moves its clock; `atStop` is what a delivery does at each stop, until `isOver`. */
  const move = (by: number, atStop: () => void = () => undefined, isOver = () => false) =>
    moveClock(
      account,
      by,
      () => {
        atStop();
        return Promise.resolve();
      },
      isOver,
    );
  return { account, real, seen, add, move };
}

test('each due thing sees the clock at its own time, and so does what follows from it', async () => {
  const { account, seen, add, move } = createAccount();
  account.clock.freeze(true);
  add('b', 2000);
  add('a', 1000);
  add('late', 9000);
  const followed = new Set<string>();
  await move(5000, () => {
    const [last] = seen.slice(-1);
    if (last && !followed.has(last[0])) {
      followed.add(last[0]);
      if (last[0] === 'a') add('retry of a', 1500);
    }
  });
  expect(seen).toEqual([
    ['a', 1000],
    ['retry of a', 1500],
    ['b', 2000],
  ]);
  expect(account.clock.now()).toBe(start + 5000);
});

test('a clock that ticks is ahead by exactly what was added, however long deliveries took', async () => {
  const { account, real, add, move } = createAccount();
  add('a', 1000);
  await move(60_000, () => {
    real.now += 7;
  });
  expect(account.clock.offset).toBe(60_000);
});

test('a clock that ticks stops at each due thing on its way, too', async () => {
  const { real, seen, add, move } = createAccount();
  add('a', 1000);
  await move(60_000, () => {
    real.now += 7;
    if (seen.length === 1) add('retry of a', 31_000);
  });
  expect(seen).toEqual([
    ['a', 1000],
    ['retry of a', 31_000],
  ]);
});

test('a clock that ticks stops at what falls due while it is on its way', async () => {
  const { real, seen, add, move } = createAccount();
  add('a', 1000);
  add('b', 60_005);
  await move(60_000, () => {
    real.now += 7;
  });
  expect(seen).toEqual([
    ['a', 1000],
    ['b', 60_005],
  ]);
});

test('however much happens on its way, others have their turn', async () => {
  const { add, move } = createAccount();
  for (let after = 1; after <= 100; after += 1) add(String(after), after);
  let turns = 0;
  const takeTurn = (): void => {
    turns += 1;
    waiting = setImmediate(takeTurn);
  };
  let waiting = setImmediate(takeTurn);
  await move(200);
  clearImmediate(waiting);
  expect(turns).toBeGreaterThan(0);
});

test('it is left at the time that it has come to, with what was to come', async () => {
  const { account, seen, add, move } = createAccount();
  account.clock.freeze(true);
  for (const after of [1000, 2000, 3000]) add(String(after), after);
  await move(5000, undefined, () => seen.length === 2);
  expect(seen).toEqual([
    ['1000', 1000],
    ['2000', 2000],
  ]);
  expect(account.clock.now()).toBe(start + 2000);
  expect(account.due.next).toBe(start + 3000);
});
