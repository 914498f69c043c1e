import { expect, test } from 'vitest';
import { readCard } from '../domain/cards/readCard.ts';
import { endOfClocks } from '../domain/time/endOfTime.ts';
import { paymentBodySchema } from './payment.ts';

test('on the last day of a clock there are cards that are still good', () => {
  const exp_year = new Date(endOfClocks).getUTCFullYear() + 1;
  const number = '4242424242424242';
  const payment_method = { type: 'card', number, exp_month: 1, exp_year, cvc: '123' };
  const body = paymentBodySchema.parse({ payment_method, expected_amount_atom: 0 });
  expect(body.payment_method && readCard(body.payment_method, endOfClocks)).toMatchObject({
    number,
  });
});
