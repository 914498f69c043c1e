// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { flowFixture } from '../../fixtures/flowFixture.ts';
import { sessionFixture } from '../../fixtures/sessionFixture.ts';
import { sayTestMode } from './sayTestMode.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const session = sessionFixture();

/** What is printed on a page of this origin whose session is read twice. */
const printed = (origin: string, around: string | undefined, read = session): unknown[][] => {
  vi.spyOn(window, 'location', 'get').mockReturnValue({ origin } as Location);
  const info = vi.spyOn(console, 'info').mockReturnValue();
  const { flow } = flowFixture({}, { state: { session: undefined } });
  sayTestMode({ ...flow, around: () => around });
  flow.store.set({ note: undefined });
  flow.store.set({ session: read });
  flow.store.set({ session: { ...read } });
  return info.mock.calls;
};

const line = `PaymentKit test mode: ${session.id}, no money moves.`;
const dashboard = ` Decline or expire it at http://pay.localhost:4242/dashboard?session=${session.id}`;

test.each([
  ['http://pay.localhost:4242', 'http://shop.localhost:4243', line + dashboard],
  ['http://pay.localhost:4242', 'http://127.0.0.1:4243', line + dashboard],
  ['http://pay.localhost:4242', undefined, line + dashboard],
  ['http://shop.localhost:4243', 'http://shop.localhost:4243', line],
  ['https://checkout.paymentkit.com', 'http://localhost', line],
])('the page of %s on one of %s says once which session it is', (origin, around, said) => {
  expect(printed(origin, around)).toEqual([[said]]);
});

test.each(['https://shop.example', 'https://localhost.evil.example', 'https://127.evil.example'])(
  'on a page of %s it says nothing',
  (around) => {
    expect(printed('https://checkout.paymentkit.com', around)).toEqual([]);
  },
);

test('where money moves it says nothing', () => {
  const live = sessionFixture({ test_mode: false });
  expect(printed('http://pay.localhost:4242', 'http://localhost:4243', live)).toEqual([]);
});
