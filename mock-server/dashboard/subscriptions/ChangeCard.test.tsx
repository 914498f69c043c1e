// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import { subscriptionFixture } from '../fixtures/subscriptionFixture.ts';
import { ChangeCard } from './ChangeCard.tsx';

const none = (): void => undefined;
const names = (): string[] =>
  [...document.querySelectorAll('button')].map(({ textContent }) => textContent);

test.each([
  ['active', false, ['Pause', 'Cancel at the period’s end', 'Cancel now']],
  ['trialing', true, ['Pause', 'Do not cancel', 'Cancel now']],
  ['paused', false, ['Resume', 'Cancel at the period’s end', 'Cancel now']],
  ['past_due', false, ['Cancel at the period’s end', 'Cancel now']],
  ['cancelled', false, []],
])('a subscription that is %s (to end: %s) offers what it takes', (state, ending, offered) => {
  const { draw } = accountFixture(() => answerFixture());
  const subscription = subscriptionFixture({ state, cancel_at_period_end: ending });
  draw(<ChangeCard subscription={subscription} onChanged={none} />);
  expect(names()).toEqual(offered);
});

test.each([
  ['Pause', 'POST /accounts/acc_1/api/subscriptions/sub_1/pause', 'Paused.'],
  ['Cancel at', 'PATCH /accounts/acc_1/api/subscriptions/sub_1', 'It ends with its period.'],
])('%s is asked of the API once, said, and read again', async (name, request, words) => {
  let changed = 0;
  const { asked, draw, button, text } = accountFixture(() => answerFixture());
  draw(
    <ChangeCard
      subscription={subscriptionFixture()}
      onChanged={() => {
        changed += 1;
      }}
    />,
  );
  button(name).click();
  button(name).click();
  await eventually(() => {
    expect(text()).toContain(words);
  });
  expect(asked).toEqual([request]);
  expect(changed).toBe(1);
});

test('cancelling now asks first, and a double click cancels nothing', async () => {
  const { asked, draw, button, text } = accountFixture(() => answerFixture());
  draw(<ChangeCard subscription={subscriptionFixture()} onChanged={none} />);
  button('Cancel now').click();
  await turn();
  button('Keep it').click();
  await turn();
  expect(names()).toEqual(['Pause', 'Cancel at the period’s end', 'Cancel now']);
  expect(asked).toEqual([]);
  button('Cancel now').click();
  await turn();
  button('Cancel it for good').click();
  await eventually(() => {
    expect(text()).toContain('Cancelled.');
  });
  expect(asked).toEqual(['POST /accounts/acc_1/api/subscriptions/sub_1/cancel']);
});

test('what is refused is told in the words of the server', async () => {
  const body = { detail: 'This subscription is past_due.' };
  const { draw, button, text } = accountFixture(() => ({
    ...answerFixture(body),
    ...{ status: 409, code: 'subscription_state' },
  }));
  draw(<ChangeCard subscription={subscriptionFixture()} onChanged={none} />);
  button('Pause').click();
  await eventually(() => {
    expect(text()).toContain('It was not changed. This subscription is past_due.');
  });
});

test('the focus stays on the card when the last of its buttons goes away', async () => {
  const { draw, button, text } = accountFixture(() => answerFixture());
  draw(<ChangeCard subscription={subscriptionFixture()} onChanged={none} />);
  button('Pause').focus();
  draw(<ChangeCard subscription={subscriptionFixture({ state: 'paused' })} onChanged={none} />);
  expect(document.activeElement).toBe(button('Resume'));
  button('Cancel now').click();
  await turn();
  button('Cancel it for good').focus();
  button('Cancel it for good').click();
  await eventually(() => {
    expect(text()).toContain('Cancelled.');
  });
  draw(<ChangeCard subscription={subscriptionFixture({ state: 'cancelled' })} onChanged={none} />);
  await eventually(() => {
    expect(document.activeElement?.textContent).toBe('Cancelled. Nothing was given back.');
  });
});
