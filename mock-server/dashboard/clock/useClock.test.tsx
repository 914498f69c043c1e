// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { ClockView } from '../../schemas/clock.ts';
import type { Reply } from '../../page-parts/requestReply.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { ClockScreen } from '../screens/ClockScreen.tsx';

const soon = '2026-11-23T12:05:00.000Z';
const clock: ClockView = {
  object: 'clock',
  account_id: 'acc_1',
  next_due_at: soon,
  now: '2026-11-23T12:00:00.000Z',
  ...{ offset_ms: 0, frozen: false },
  waiting: [{ kind: 'session.expire', id: 'cs_1', at: soon, webhook: null }],
};
const refused: Reply = {
  status: 422,
  code: 'validation_failed',
  body: { detail: 'The clock never goes back.' },
  retryAfter: undefined,
};

const isMove = (request: string): boolean => request === 'POST /accounts/acc_1/clock';
const isClock = (request: string): boolean => request.endsWith('/clock');

test('why the clock was not moved to what falls due is said', async () => {
  const { bodies, draw, button, text } = accountFixture((request) =>
    isMove(request) ? refused : answerFixture(isClock(request) ? { ...clock } : { data: [] }),
  );
  draw(<ClockScreen />);
  await eventually(() => {
    expect(text()).toContain('cs_1');
  });
  button('Move the clock there').click();
  await eventually(() => {
    expect(text()).toContain('The clock was not moved. The clock never goes back.');
  });
  expect(bodies).toEqual([{ now: soon }]);
});

test('a move that takes its time says so, and is not asked for twice meanwhile', async () => {
  let answer = (): void => undefined;
  const moved = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { asked, draw, button, text } = accountFixture((request) =>
    isMove(request)
      ? moved.then(() => answerFixture())
      : answerFixture(isClock(request) ? { ...clock } : { data: [] }),
  );
  draw(<ClockScreen />);
  await eventually(() => {
    expect(text()).toContain('cs_1');
  });
  button('+ 25 hours').click();
  button('+ 25 hours').click();
  await eventually(() => {
    expect(text()).toContain('Working. What falls due on the way is done first.');
  });
  answer();
  await eventually(() => {
    expect(text()).not.toContain('Working.');
  });
  expect(asked.filter(isMove)).toHaveLength(1);
});
