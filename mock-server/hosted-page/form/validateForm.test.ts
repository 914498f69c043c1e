import { expect, test } from 'vitest';
import { filledForm } from '../fixtures/filledForm.ts';
import { monthlyLineFixture, sessionFixture } from '../fixtures/sessionFixture.ts';
import { emptyValues } from './FormValues.ts';
import { formRules, validateField, validateForm } from './validateForm.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const rules = formRules(sessionFixture(), now);

test('a complete form has no errors', () => {
  expect(validateForm(filledForm, rules)).toEqual({});
});

test('an empty form asks for everything that is required', () => {
  expect(validateForm(emptyValues, rules)).toEqual({
    email: 'emailMissing',
    number: 'numberMissing',
    expiry: 'expiryMissing',
    securityCode: 'securityCodeMissing',
  });
});

test.each([
  ['email', 'robin@alder', 'emailIncomplete'],
  ['email', 'robin alder@x.example', 'emailIncomplete'],
  ['email', '  robin@alder.example ', undefined],
  ['number', '4242 4242 4242 424', 'numberIncomplete'],
  ['number', '4242 4242 4242 4241', 'numberInvalid'],
  ['number', '4111 1111 1111 1111', 'numberNotTest'],
  ['number', '3782 822463 10005', undefined],
  ['expiry', '13 / 29', 'expiryMissing'],
  ['expiry', '04 / ', 'expiryMissing'],
  ['expiry', '10 / 26', 'expiryPast'],
  ['expiry', '11 / 26', undefined],
  ['securityCode', '42', 'securityCodeShort'],
] as const)('%s %j: %s', (field, value, error) => {
  expect(validateField(field, { ...filledForm, [field]: value }, rules)).toBe(error);
});

test('an American Express card has a code of four digits', () => {
  const amex = { ...filledForm, number: '3782 822463 10005' };
  expect(validateField('securityCode', amex, rules)).toBe('securityCodeShortAmex');
  expect(validateField('securityCode', { ...amex, securityCode: '1234' }, rules)).toBeUndefined();
});

test('outside test mode any card number that is well formed is taken', () => {
  const live = formRules(sessionFixture({ test_mode: false }), now);
  expect(
    validateField('number', { ...filledForm, number: '4111 1111 1111 1111' }, live),
  ).toBeUndefined();
});

test('a session with a customer needs no e-mail, one of no cost no card', () => {
  const customer = { email: null, name: null };
  const free = formRules(sessionFixture({ line_items: [], customer }), now);
  expect(validateForm(emptyValues, free)).toEqual({});
  const recurring = formRules(
    sessionFixture({ line_items: [monthlyLineFixture()], amount_total_atom: 0 }),
    now,
  );
  expect(recurring.cardRequired).toBe(true);
});
