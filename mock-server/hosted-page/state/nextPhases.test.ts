import { expect, test } from 'vitest';
import { createStore } from './createStore.ts';
import { mayFollow, nextPhases } from './nextPhases.ts';
import { initialPageState, type Phase } from './PageState.ts';
import { en } from '../texts/en.ts';

const names = Object.keys(nextPhases) as Phase['name'][];
const final = ['completed', 'done', 'canceled', 'expired', 'refused'] as const;

test.each(final)('nothing follows %s', (name) => {
  expect(names.filter((next) => mayFollow(name, next))).toEqual([]);
});

test('only the form and an offer lead to a payment, so two presses are one', () => {
  const leads = names.filter((name) => name !== 'paying' && mayFollow(name, 'paying'));
  expect(leads).toEqual(['form', 'offer']);
});

test('a page that is checking a payment never offers to cancel', () => {
  expect(mayFollow('checking', 'canceled')).toBe(false);
  expect(mayFollow('paying', 'canceled')).toBe(false);
});

test('a phase that may not follow changes nothing', () => {
  const store = createStore({
    ...initialPageState({ surface: 'page', locale: 'en', texts: en.first }),
    phase: { name: 'expired' },
  });
  const before = store.get();
  expect(store.enter({ name: 'form' }, { saveCard: true })).toBe(false);
  expect(store.get()).toBe(before);
});
