// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Page } from '../api/Page.ts';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import { SessionState } from './SessionState.tsx';

const time = (minute: number) => `2026-11-22T12:0${String(minute)}:00.000Z`;
const session = { id: 'cs_1', state: 'open', created_at: time(2) };

const declined = (more: boolean, ...of: readonly (readonly [string, number])[]) =>
  ({
    data: of.map(([id, minute]) => ({ checkout_session_id: id, created_at: time(minute) })),
    has_more: more,
  }) as unknown as Page<PaymentIntent>;

test('an open session says how often its shopper was declined, and asks nobody', async () => {
  const { asked, draw, text } = accountFixture(() => answerFixture());
  const read = declined(false, ['cs_1', 5], ['cs_2', 4], ['cs_1', 3]);
  draw(<SessionState session={session} declined={read} />);
  expect(text()).toBe('Open2 declined');
  draw(<SessionState session={{ ...session, id: 'cs_3' }} declined={read} />);
  expect(text()).toBe('Open');
  draw(<SessionState session={session} declined={declined(true, ['cs_1', 5], ['cs_2', 1])} />);
  expect(text()).toBe('Open1 declined');
  draw(<SessionState session={session} declined={undefined} />);
  expect(text()).toBe('Open');
  await turn();
  expect(asked).toEqual([]);
});

test.each([2, 3])(
  'one that what was read does not go back to is asked for, again when there is a payment',
  async (oldest) => {
    let total = 3;
    const { asked, change, draw, text } = accountFixture(() => answerFixture({ data: [], total }));
    const read = declined(true, ['cs_1', 5], ['cs_2', oldest]);
    draw(<SessionState session={session} declined={read} />);
    await eventually(() => {
      expect(text()).toBe('Open3 declined');
    });
    const query = 'checkout_session_id=cs_1&status=failed&limit=1';
    expect(asked).toEqual([`GET /accounts/acc_1/api/payment-intents?${query}`]);
    total = 4;
    change('payment_intent');
    await eventually(() => {
      expect(text()).toBe('Open4 declined');
    });
  },
);

test.each(['processing', 'completed', 'expired'])('one that is %s says no more', (state) => {
  const { draw, text } = accountFixture(() => answerFixture());
  draw(<SessionState session={{ ...session, state }} declined={declined(false, ['cs_1', 5])} />);
  expect(text()).not.toContain('declined');
});
