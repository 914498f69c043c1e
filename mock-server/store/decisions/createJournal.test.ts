import { expect, test, vi } from 'vitest';
import { createJournal, type Written } from './createJournal.ts';

const thing = (id: string): Written => ({ kind: 'things', id });

function createHeard() {
  const onCommit = vi.fn<(written: readonly Written[]) => void>();
  return { onCommit, journal: createJournal(onCommit) };
}

test('a decision that stands is told once, with everything inner ones wrote', () => {
  const { onCommit, journal } = createHeard();
  journal.transact(() => {
    journal.record(() => undefined, thing('1'));
    journal.transact(() => {
      journal.record(() => undefined, thing('2'));
    });
    expect(onCommit).not.toHaveBeenCalled();
  });
  expect(onCommit.mock.calls).toEqual([[[thing('1'), thing('2')]]]);
});

test('a decision that throws, or writes nothing, is not told', () => {
  const { onCommit, journal } = createHeard();
  const undo = vi.fn();
  const fail = () =>
    journal.transact(() => {
      journal.record(undo, thing('1'));
      throw new Error('no');
    });
  expect(fail).toThrow('no');
  expect(journal.transact(() => 1)).toBe(1);
  expect([undo.mock.calls.length, onCommit.mock.calls.length]).toEqual([1, 0]);
});

test('what is no record is taken back with its decision, and is nothing to tell of', () => {
  const { onCommit, journal } = createHeard();
  const undo = vi.fn();
  journal.undoable(undo);
  journal.transact(() => {
    journal.undoable(undo);
  });
  expect([undo.mock.calls.length, onCommit.mock.calls.length]).toEqual([0, 0]);
  const fail = () =>
    journal.transact(() => {
      journal.transact(() => {
        journal.undoable(undo);
      });
      throw new Error('no');
    });
  expect(fail).toThrow('no');
  expect(undo).toHaveBeenCalledOnce();
});

test('a record is told of as it was when the decision began, or when it was last told of', () => {
  const { journal } = createHeard();
  const write = (id: string, before?: string): void => {
    journal.record(() => undefined, thing(id), before);
  };
  const told: unknown[] = [];
  const tell = (id: string): void => {
    told.push(journal.tell(thing(id)));
  };
  journal.transact(() => {
    write('1', 'first');
    write('2', 'other');
    write('1', 'second');
    tell('1');
    tell('1');
    write('1', 'third');
    tell('1');
    tell('2');
  });
  journal.transact(() => {
    tell('1');
  });
  expect(told).toEqual(['first', undefined, 'third', 'other', undefined]);
});

test('what an inner decision wrote and told of counts for the one that it is in', () => {
  const { journal } = createHeard();
  const write = (before: string): void => {
    journal.record(() => undefined, thing('1'), before);
  };
  const told: unknown[] = [];
  journal.transact(() => {
    write('first');
    journal.transact(() => {
      write('second');
    });
    told.push(journal.tell(thing('1')));
    write('before the inner one');
    journal.transact(() => {
      write('third');
      journal.tell(thing('1'));
      write('fourth');
    });
    told.push(journal.tell(thing('1')));
    write('fifth');
    const refused = () =>
      journal.transact(() => {
        journal.tell(thing('1'));
        throw new Error('no');
      });
    expect(refused).toThrow('no');
    told.push(journal.tell(thing('1')));
  });
  expect(told).toEqual(['first', 'fourth', 'fifth']);
});

test('an inner decision may write more than a call has arguments', () => {
  const { journal, onCommit } = createHeard();
  journal.transact(() => {
    journal.transact(() => {
      for (let id = 0; id < 200_000; id += 1) journal.record(() => undefined, thing(String(id)));
    });
  });
  expect(onCommit.mock.calls[0]?.[0]).toHaveLength(200_000);
});
