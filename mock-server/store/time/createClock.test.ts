import { expect, test, vi } from 'vitest';
import { createClock } from './createClock.ts';

function createTime() {
  const real = { at: 1_000 };
  return { real, clock: createClock(() => real.at) };
}

test('it is real time plus an offset, and goes on ticking', () => {
  const { real, clock } = createTime();
  expect(clock.now()).toBe(1_000);
  clock.set(5_000);
  real.at += 10;
  expect([clock.now(), clock.offset]).toEqual([5_010, 4_000]);
});

test('frozen it stands still, can be moved, and goes on from there', () => {
  const { real, clock } = createTime();
  clock.freeze(true);
  real.at += 500;
  expect([clock.now(), clock.frozen]).toEqual([1_000, true]);
  clock.set(9_000);
  real.at += 500;
  expect(clock.now()).toBe(9_000);
  clock.freeze(false);
  real.at += 5;
  expect([clock.now(), clock.frozen]).toEqual([9_005, false]);
});

test('freezing twice and going on twice change nothing', () => {
  const { real, clock } = createTime();
  clock.freeze(true);
  clock.freeze(true);
  clock.freeze(false);
  clock.freeze(false);
  real.at += 7;
  expect(clock.now()).toBe(1_007);
});

test('it stands still while the system’s clock has been set back', () => {
  const { real, clock } = createTime();
  expect(clock.now()).toBe(1_000);
  real.at = 400;
  expect(clock.now()).toBe(1_000);
  real.at = 1_001;
  expect(clock.now()).toBe(1_001);
});

test('a move that cannot be kept is none, whichever it is', () => {
  const save = vi.fn();
  const real = { at: 1_000 };
  const clock = createClock(() => real.at, undefined, save);
  clock.set(5_000);
  const moves = [
    () => clock.set(9_000),
    () => clock.setOffset(9_000),
    () => clock.freeze(true),
  ] as const;
  const look = () => [clock.now(), clock.frozen, clock.offset];
  for (const move of moves) {
    save.mockImplementationOnce(() => {
      throw new Error('The disk is full.');
    });
    expect(move).toThrow('The disk is full.');
    expect(look()).toEqual([5_000, false, 4_000]);
  }
  clock.freeze(true);
  save.mockImplementationOnce(() => {
    throw new Error('The disk is full.');
  });
  real.at += 10;
  expect(() => {
    clock.freeze(false);
  }).toThrow('The disk is full.');
  expect(look()).toEqual([5_000, true, 3_990]);
});
