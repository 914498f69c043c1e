import { expect, test } from 'vitest';
import { filledForm } from '../../fixtures/filledForm.ts';
import { flowFixture } from '../../fixtures/flowFixture.ts';
import { lineFixture, sessionFixture } from '../../fixtures/sessionFixture.ts';
import type { Note } from '../../state/PageState.ts';
import { createForm } from './createForm.ts';
import { useTestCard } from './useTestCard.ts';

const declined: Note = {
  kind: 'declined',
  title: 'declined',
  sentences: ['noReason'],
  action: 'anotherCard',
  number: '4242 4242 4242 4242',
};

test('what is typed into a field takes away what was wrong with it, and with no other', () => {
  const errors = { number: 'numberInvalid', expiry: 'expiryPast' } as const;
  const { flow, state } = flowFixture({}, { state: { errors } });
  expect(createForm(flow.store).type('number', '4000-0000', false)).toBe('4000 0000');
  expect(state().values.number).toBe('4000 0000');
  expect(state().errors).toEqual({ number: undefined, expiry: 'expiryPast' });
});

test('another card begins with an empty number and code; the rest of the form stays', () => {
  const { flow, state } = flowFixture({}, { state: { note: declined } });
  createForm(flow.store).answerNote();
  expect(state()).toMatchObject({ note: undefined, focus: { id: 'number' } });
  expect(state().values).toMatchObject({
    email: 'robin@alder.example',
    number: '',
    expiry: '04 / 29',
    securityCode: '',
  });
});

const free = sessionFixture({
  amount_total_atom: 0,
  line_items: [lineFixture({ amount_subtotal_atom: 0 })],
});

test.each([
  [
    'its code, which no page keeps',
    { values: { ...filledForm, securityCode: '' } },
    'securityCode',
  ],
  ['Pay where the code is typed again', { values: filledForm }, 'pay'],
  [
    'Pay where there is no card',
    { values: { ...filledForm, securityCode: '' }, session: free },
    'pay',
  ],
] as const)('trying again keeps the card and goes on at %s', (_, changes, id) => {
  const note = { ...declined, action: 'tryAgain' } as const;
  const { flow, state } = flowFixture({}, { state: { note, ...changes } });
  createForm(flow.store).answerNote();
  expect(state()).toMatchObject({ note: undefined, focus: { id } });
  expect(state().values.number).toBe('4242 4242 4242 4242');
});

test('a test card fills the card in, good for years to come, and leaves nothing of a decline', () => {
  const errors = { number: 'numberInvalid', email: 'emailIncomplete' } as const;
  const { flow, state } = flowFixture({}, { state: { note: declined, errors } });
  useTestCard(flow, '4000000000000002');
  expect(state()).toMatchObject({
    note: undefined,
    errors: { email: 'emailIncomplete' },
    focus: { id: 'pay' },
  });
  expect(state().values).toMatchObject({
    email: 'robin@alder.example',
    number: '4000 0000 0000 0002',
    expiry: '12 / 29',
    securityCode: '123',
  });
});

test('a test card asks for the e-mail where there is none, and changes no payment under way', () => {
  const { flow, state } = flowFixture({});
  flow.store.set({ values: { ...state().values, email: '' } });
  useTestCard(flow, '4000000000000002');
  expect(state().focus).toEqual({ id: 'email' });
  flow.store.enter({ name: 'paying' });
  useTestCard(flow, '4242424242424242');
  expect(state().values.number).toBe('4000 0000 0000 0002');
});
