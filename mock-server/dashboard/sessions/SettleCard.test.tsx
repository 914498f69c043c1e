// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { SettleCard } from './SettleCard.tsx';

type State = CheckoutSession['state'];
const outcomes = ['Complete', 'Processing', 'Challenge', 'Expire', 'Decline'];
const settling = 'POST /accounts/acc_1/sessions/cs_1/outcome';

/** The card of a session in this state, on a server that answers what a test says. */
const settle = (state: State, status = 200) => {
  const refused = { status, code: 'conflict', body: { detail: 'It has expired.' } };
  const page = accountFixture(() =>
    status === 200 ? answerFixture() : { ...refused, retryAfter: undefined },
  );
  const session = { id: 'cs_1', state } as CheckoutSession;
  page.draw(<SettleCard session={session} />);
  return page;
};

test.each<[State, readonly string[]]>([
  ['open', outcomes],
  ['processing', ['Complete', 'Decline']],
])('a session that is %s can still become what its buttons say', (state, possible) => {
  const { button } = settle(state);
  const offered = outcomes.filter((name) => button(name).getAttribute('aria-disabled') === 'false');
  expect(offered).toEqual(possible);
});

test('what cannot come any more is not asked of the server', () => {
  const { asked, button } = settle('processing');
  button('Expire').click();
  expect(asked).toEqual([]);
});

test('a session that has ended offers nothing', () => {
  const { text } = settle('completed');
  expect(text()).toContain('It has ended. Nothing can change it any more.');
  expect(document.querySelector('button')).toBeNull();
});

test('a session is completed once, however often its button is pressed, and that is said', async () => {
  const { asked, button, text } = settle('open');
  button('Complete').click();
  button('Complete').click();
  await eventually(() => {
    expect(text()).toContain('Completed, as if it had been paid.');
  });
  expect(asked).toEqual([settling]);
});

test('what the server refuses is said, and may be tried again', async () => {
  const { asked, button, text } = settle('open', 409);
  button('Expire').click();
  await eventually(() => {
    expect(text()).toContain('It was not settled. It has expired.');
  });
  button('Expire').click();
  expect(asked).toEqual([settling, settling]);
});

test('the focus stays on the card when its buttons go away', async () => {
  const { draw, button, text } = settle('open');
  button('Expire').focus();
  button('Expire').click();
  await eventually(() => {
    expect(text()).toContain('Expired. It can no longer be paid.');
  });
  draw(<SettleCard session={{ id: 'cs_1', state: 'expired' } as CheckoutSession} />);
  await eventually(() => {
    expect(document.activeElement?.textContent).toBe('Expired. It can no longer be paid.');
  });
});
