import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDueQueue } from './createDueQueue.ts';

test('what falls due comes in order of time, and at one time in order of creation', () => {
  const times = fc.array(fc.nat({ max: 20 }), { maxLength: 200 });
  fc.assert(
    fc.property(times, (ats) => {
      const queue = createDueQueue();
      for (const [index, at] of ats.entries()) queue.add({ at, kind: 'k', id: String(index) });
      const ahead = [...queue.ahead()];
      const taken = [];
      for (let due = queue.take(20); due; due = queue.take(20)) taken.push(due);
      const expected = ats
        .map((at, index) => ({ at, kind: 'k', id: String(index) }))
        .sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id));
      expect(taken).toEqual(expected);
      expect(ahead).toEqual(expected);
      expect(queue.size).toBe(0);
    }),
  );
});

test('what is not yet due stays, and what is added while taking finds its place', () => {
  const queue = createDueQueue();
  queue.add({ at: 5, kind: 'k', id: 'five' });
  queue.add({ at: 1, kind: 'k', id: 'one' });
  expect(queue.take(0)).toBeUndefined();
  expect(queue.take(3)?.id).toBe('one');
  queue.add({ at: 2, kind: 'k', id: 'two' });
  expect(queue.next).toBe(2);
  expect(queue.take(3)?.id).toBe('two');
  expect(queue.take(3)).toBeUndefined();
  expect(queue.next).toBe(5);
});

test('what is restored keeps its number, and what is added later has one of its own', () => {
  const added: number[] = [];
  const queue = createDueQueue((number) => added.push(number));
  queue.restore(7, { at: 1, kind: 'k', id: 'seventh' });
  queue.restore(3, { at: 1, kind: 'k', id: 'third' });
  queue.add({ at: 1, kind: 'k', id: 'new' });
  expect(added).toEqual([8]);
  expect([...queue.ahead()].map(({ id }) => id)).toEqual(['third', 'seventh', 'new']);
});

test('what was taken and not done is the next again, under its number, and is put back once', () => {
  const heard: string[] = [];
  const queue = createDueQueue((number, due) => heard.push(`${String(number)} ${due?.id ?? '-'}`));
  queue.untake();
  for (const id of ['first', 'second']) queue.add({ at: 1, kind: 'k', id });
  expect(queue.take(1)?.id).toBe('first');
  queue.untake();
  queue.untake();
  expect([...queue.ahead()].map(({ id }) => id)).toEqual(['first', 'second']);
  expect(heard).toEqual(['1 first', '2 second', '1 -', '1 first']);
});

test('what is taken back is gone, and the rest keeps its order', () => {
  const times = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.boolean()), { maxLength: 50 });
  fc.assert(
    fc.property(times, (ats) => {
      const undos: (() => void)[] = [];
      const heard = new Map<number, boolean>();
      const queue = createDueQueue(
        (number, due) => heard.set(number, due !== undefined),
        (undo) => undos.push(undo),
      );
      for (const [index, [at]] of ats.entries()) queue.add({ at, kind: 'k', id: String(index) });
      for (const [index, [, stays]] of ats.entries()) if (!stays) undos[index]?.();
      const left = ats.flatMap(([at, stays], index) => (stays ? [{ at, id: String(index) }] : []));
      const ahead = [...queue.ahead()].map(({ at, id }) => ({ at, id }));
      expect(ahead).toEqual(left.sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id)));
      expect([...heard.values()]).toEqual(ats.map(([, stays]) => stays));
    }),
  );
});
