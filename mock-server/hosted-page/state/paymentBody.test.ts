import { expect, test } from 'vitest';
import { flowFixture } from '../fixtures/flowFixture.ts';
import { sessionFixture } from '../fixtures/sessionFixture.ts';
import { paymentBody } from './paymentBody.ts';

const body = (session = sessionFixture(), saveCard = false): unknown => {
  const { state } = flowFixture({}, { session, state: { saveCard } });
  return JSON.parse(paymentBody(state(), session));
};

test('the amount that is sent is the one on the button, after the discount', () => {
  expect(body(sessionFixture({ amount_discount_atom: 900 }))).toEqual({
    payment_method: {
      type: 'card',
      number: '4242424242424242',
      exp_month: 4,
      exp_year: 2029,
      cvc: '424',
    },
    save_payment_method: false,
    email: 'robin@alder.example',
    expected_amount_atom: 4000,
  });
});

test('a card is kept where the shopper has asked for it', () => {
  expect(body(sessionFixture(), true)).toMatchObject({ save_payment_method: true });
});

test('where nothing is to be paid no card leaves the page', () => {
  expect(body(sessionFixture({ amount_discount_atom: 4900 }))).toEqual({
    email: 'robin@alder.example',
    expected_amount_atom: 0,
  });
});
