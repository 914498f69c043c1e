// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import { SessionState } from './SessionState.tsx';

const path =
  'GET /accounts/acc_1/api/payment-intents?checkout_session_id=cs_1&status=failed&limit=1';

test('an open session says how often its shopper was declined, again when there is a payment', async () => {
  let total = 1;
  const { asked, change, draw, text } = accountFixture(() => answerFixture({ data: [], total }));
  draw(<SessionState id="cs_1" state="open" />);
  await eventually(() => {
    expect(text()).toBe('Open1 declined');
  });
  expect(asked).toEqual([path]);
  total = 2;
  change('payment_intent');
  await eventually(() => {
    expect(text()).toBe('Open2 declined');
  });
});

test.each(['processing', 'completed', 'expired'])(
  'of a session that is %s nothing is asked',
  async (state) => {
    const { asked, draw, text } = accountFixture(() => answerFixture({ data: [], total: 3 }));
    draw(<SessionState id="cs_1" state={state} />);
    await turn();
    expect(asked).toEqual([]);
    expect(text()).not.toContain('declined');
  },
);

test('an open session that nobody tried to pay says no more than that', async () => {
  const { asked, draw, text } = accountFixture(() => answerFixture({ data: [], total: 0 }));
  draw(<SessionState id="cs_1" state="open" />);
  await eventually(() => {
    expect(asked).toHaveLength(1);
  });
  await turn();
  expect(text()).toBe('Open');
});
