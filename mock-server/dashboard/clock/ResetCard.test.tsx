// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import { ResetCard } from './ResetCard.tsx';

test('an account is reset once that was asked for twice, and never by a double click', async () => {
  const { asked, draw, button, text } = accountFixture(() => answerFixture());
  draw(<ResetCard />);
  const first = button('Reset this account');
  first.focus();
  first.click();
  await turn();
  expect(document.activeElement).toBe(button('Keep everything'));
  first.click();
  await turn();
  expect(button('Reset this account')).toBe(first);
  expect(asked).toEqual([]);
  first.click();
  await turn();
  button('Reset it for good').focus();
  button('Reset it for good').click();
  await eventually(() => {
    expect(text()).toContain('The account is as it was at first.');
    // Where the question was asked.
    expect(document.activeElement).toBe(first);
  });
  expect(asked).toEqual(['DELETE /accounts/acc_1']);
});

test('what could not be reset is told', async () => {
  const body = { detail: 'There is no such account.' };
  const { draw, button, text } = accountFixture(() => ({
    ...answerFixture(body),
    ...{ status: 404, code: 'not_found' },
  }));
  draw(<ResetCard />);
  button('Reset this account').click();
  await turn();
  button('Reset it for good').click();
  await eventually(() => {
    expect(text()).toContain('Nothing was reset. There is no such account.');
  });
});
