// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { ClockView } from '../../schemas/clock.ts';
import type { Reply } from '../../page-parts/requestReply.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
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

test('a time that is refused is said at its field, which has the focus, until it is changed', async () => {
  const detail = 'now: The clock never goes back: give a later time.';
  const errors = [{ loc: ['body', 'now'], msg: 'The clock never goes back: give a later time' }];
  const { draw, text } = accountFixture((request) =>
    isMove(request)
      ? { ...refused, body: { detail, errors } }
      : answerFixture(isClock(request) ? { ...clock } : { data: [] }),
  );
  draw(<ClockScreen />);
  await eventually(() => {
    expect(text()).toContain('Move to');
  });
  const field = document.querySelector<HTMLInputElement>('#move-to');
  const type = (time: string): void => {
    if (field) field.value = time;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('2020-01-01T00:00:00Z');
  await turn();
  document.querySelector<HTMLFormElement>('form.join')?.requestSubmit();
  await eventually(() => {
    expect(document.getElementById('move-to-e')?.textContent).toBe(errors[0]?.msg);
  });
  expect(text()).not.toContain('The clock was not moved.');
  expect(document.activeElement).toBe(field);
  type('2027-01-01T00:00:00Z');
  await turn();
  expect(document.getElementById('move-to-e')).toBeNull();
  expect(text()).not.toContain('never goes back');
});
