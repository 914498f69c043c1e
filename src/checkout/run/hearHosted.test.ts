// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { digestAtOnce } from '../../session/fixtures/digestAtOnce.ts';
import { mountOnFakePage } from '../../testing/fixtures/mountOnFakePage.ts';

digestAtOnce();

test.each([
  { t: 'h:resize' },
  { t: 'h:resize', height: '700' },
  { t: 'h:change', currency: 'usd', amount_subtotal_atom: 1, amount_discount_atom: 0 },
  {
    t: 'h:change',
    currency: 'usd',
    amount_subtotal_atom: 1,
    amount_discount_atom: 0,
    amount_total_atom: '1',
  },
  { t: 'h:processing' },
  { t: 'h:processing', step: '<b>' },
  { t: 'h:declined', decline_code: 'generic_decline' },
  { t: 'h:declined', reason: 'two words' },
  { t: 'h:error' },
  { t: 'h:error', code: 'not a code' },
  { t: 'h:later', title: 'x' },
])('%j lacks what it is about, and nothing follows', async (message) => {
  const { checkout, becomeReady, fake, told } = mountOnFakePage();
  const page = await becomeReady();
  page.send(message as never);
  await fake.clock.advance(16);
  expect(told()).toEqual(['ready']);
  expect(checkout.phase).toBe('ready');
});

test('a page whose title is no text is ready without one', async () => {
  const { fake, frame, told, target } = mountOnFakePage();
  await fake.clock.settle();
  frame()
    .load()
    .send({ t: 'h:ready', title: 'x'.repeat(257) });
  await fake.clock.settle();
  expect(told()).toEqual(['ready']);
  expect(target.querySelector('[sandbox]')?.getAttribute('title')).toBe('Checkout');
});
