import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkoutTasks } from '../checkout/checkoutTasks.ts';
import { createStore } from '../store/createStore.ts';
import { createAlarm } from './createAlarm.ts';

const start = Date.UTC(2030, 0, 1);
const day = 24 * 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An account in which something falls due after so many milliseconds, and an alarm for it. */
function createScene(isHeard = true) {
  const rung: [id: string, after: number][] = [];
  const onDeliveryDue = (_account: unknown, id: string): void => {
    rung.push([id, Date.now() - start]);
  };
  const store = createStore({ realTime: Date.now, tasks: checkoutTasks, onDeliveryDue });
  const account = store.account('acc');
  const reportError = vi.fn();
  const alarm = createAlarm(() => isHeard, reportError);
  const add = (id: string, after: number): void => {
    account.due.add({ at: start + after, kind: 'webhook.deliver', id });
    alarm.set(account);
  };
  return { account, alarm, rung, reportError, add };
}

test('each thing happens at its time, although nobody asks', () => {
  const { rung, add } = createScene();
  add('b', 5000);
  add('a', 1000);
  add('c', 5000);
  vi.advanceTimersByTime(999);
  expect(rung).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(rung).toEqual([
    ['a', 1000],
    ['b', 5000],
    ['c', 5000],
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

test('for what comes sooner there is one timer in place of the other', () => {
  const { alarm, rung, add } = createScene();
  add('a', 5000);
  add('b', 1000);
  expect(vi.getTimerCount()).toBe(1);
  alarm.stop();
  vi.advanceTimersByTime(60_000);
  expect(rung).toEqual([]);
});

test('what is further away than a timer can wait comes at its time', () => {
  const { rung, add } = createScene();
  add('a', 60 * day);
  vi.advanceTimersByTime(60 * day - 1);
  expect(rung).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(rung).toEqual([['a', 60 * day]]);
});

test('what fails when it falls due is reported once, and tried again when somebody asks', () => {
  const { account, alarm, rung, reportError, add } = createScene();
  const full = new Error('The disk is full.');
  vi.spyOn(account, 'settle').mockImplementationOnce(() => {
    throw full;
  });
  add('a', 1000);
  vi.advanceTimersByTime(60_000);
  expect([rung, reportError.mock.calls]).toEqual([[], [[full]]]);
  alarm.set(account);
  vi.advanceTimersByTime(0);
  expect(rung).toEqual([['a', 60_000]]);
});

test('in an account that nobody hears of, no timer runs', () => {
  const { add } = createScene(false);
  add('a', 1000);
  expect(vi.getTimerCount()).toBe(0);
});

test('a clock that stands still lets nothing come that is not due already', () => {
  const { account, alarm, rung, add } = createScene();
  account.clock.freeze(true);
  add('a', 1000);
  expect(vi.getTimerCount()).toBe(0);
  account.clock.set(start + 1000);
  alarm.set(account);
  vi.advanceTimersByTime(0);
  expect(rung).toEqual([['a', 0]]);
});

test('an alarm that is cleared, or stopped, does not ring', () => {
  const { account, alarm, rung, add } = createScene();
  add('a', 1000);
  alarm.clear(account);
  vi.advanceTimersByTime(2000);
  add('b', 3000);
  alarm.stop();
  vi.advanceTimersByTime(2000);
  expect(rung).toEqual([]);
});
