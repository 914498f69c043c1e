import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { StrictMode } from 'react';
import { act, cleanup, render, screen } from '@testing-library/react';
import { createTestCheckout, type TestCheckout } from 'paymentkit-js/testing';
import { Pay } from './Pay.tsx';

let checkout: TestCheckout;
const onPaid = jest.fn();

beforeEach(() => {
  checkout = createTestCheckout({ page: 'https://shop.example/pay' });
  // The shop's own server: it makes a session for the order.
  const url = 'https://checkout.paymentkit.com/checkout/cst_example';
  globalThis.fetch = jest.fn(() => Promise.resolve({ text: () => url } as never));
  onPaid.mockClear();
  render(
    <StrictMode>
      <Pay order="AP-1001" onPaid={onPaid} />
    </StrictMode>,
  );
});

afterEach(cleanup);

const note = (): string | null => screen.getByRole('status').textContent;

test('an order is paid, and the shop’s server hears of it first', async () => {
  await act(() => checkout.complete());
  expect(note()).toBe('Thank you. Your order is paid.');
  expect(onPaid).toHaveBeenCalledTimes(1);
  expect(checkout.completions).toMatchObject([
    { url: 'https://shop.example/api/orders/AP-1001/confirm', sessionId: checkout.session.id },
  ]);
});

test('a declined card can be followed by another', async () => {
  await act(() => checkout.decline({ declineCode: 'insufficient_funds' }));
  expect(note()).toBe('Your card was declined. Try another one.');
  await act(() => checkout.complete());
  expect(note()).toBe('Thank you. Your order is paid.');
});

test('the bank asks, and the shopper gives up', async () => {
  await act(() => checkout.challenge());
  expect(note()).toBe('');
  await act(() => checkout.decline({ reason: 'authentication_abandoned' }));
  expect(note()).toBe('Your card was declined. Try another one.');
  expect(onPaid).not.toHaveBeenCalled();
});

test('a checkout that does not load says that nobody was charged', async () => {
  await act(() => checkout.failToLoad());
  expect(note()).toBe('The checkout did not load. Your order is kept.');
  await act(() => checkout.tryAgain());
  await act(() => checkout.complete());
  expect(onPaid).toHaveBeenCalledTimes(1);
});

test('the network goes right after the charge: the order is paid when it is back', async () => {
  await act(() => checkout.ready());
  await act(() => checkout.goOffline());
  await act(() => checkout.complete());
  expect(onPaid).not.toHaveBeenCalled();
  await act(() => checkout.goOnline());
  expect(onPaid).toHaveBeenCalledTimes(1);
});
