import { expect, test } from 'vitest';
import { en } from '../texts/en.ts';
import { declineOutcome } from './declineOutcome.ts';

const words = { ...en.first, ...en.later };

test.each([
  ['expired_card', 'expiry', 'This card has expired. Check the date, or use another card.'],
  ['incorrect_cvc', 'securityCode', 'The security code is not right. Check it and try again.'],
] as const)('%s is said at its field', (code, field, sentence) => {
  const { note, errors, focus } = declineOutcome(code, '4242');
  expect(note).toBeUndefined();
  expect(focus).toBe(field);
  expect(words[errors[field] ?? 'email']).toBe(sentence);
});

test.each([
  ['generic_decline', 'Your card was declined', 'The bank gave no reason.', 'Use another card'],
  [
    'insufficient_funds',
    'Your card was declined',
    'The bank says there are not enough funds.',
    'Use another card',
  ],
  [
    'processing_error',
    'The payment did not go through',
    'Something went wrong at the bank’s end.',
    'Try again',
  ],
  [
    'authentication_failed',
    'Your bank did not confirm the payment',
    'Try again, or use another card.',
    'Use another card',
  ],
  [
    'authentication_timeout',
    'Your bank did not confirm the payment',
    'Try again, or use another card.',
    'Use another card',
  ],
  ['a_code_of_tomorrow', 'Your card was declined', 'The bank gave no reason.', 'Use another card'],
  [undefined, 'Your card was declined', 'The bank gave no reason.', 'Use another card'],
])('%s: %s', (code, title, cause, action) => {
  const { note } = declineOutcome(code, '4242');
  if (note?.kind !== 'declined') throw new Error('no note');
  const sentences = note.sentences.map((key) => words[key]);
  expect(words[note.title]).toBe(title);
  expect(sentences).toContain(cause);
  expect(sentences).toContain('You have not been charged.');
  expect(words[note.action]).toBe(action);
});
