// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { FaultForm } from './FaultForm.tsx';

const submit = (): void => document.querySelector('form')?.requestSubmit();

test('a fault is added once by a double press, and that is said', async () => {
  let added = 0;
  const { bodies, draw, text } = accountFixture(() => answerFixture());
  draw(
    <FaultForm
      onAdded={() => {
        added += 1;
      }}
    />,
  );
  submit();
  submit();
  await eventually(() => {
    expect(text()).toContain('Added. It meets the next request of its kind.');
  });
  expect(bodies).toEqual([{ match: 'POST /api/checkout/session/payments', times: 1, status: 503 }]);
  expect(added).toBe(1);
});

test('the second press of a double one adds nothing, also when the first is answered before it', async () => {
  const { bodies, draw, button, text } = accountFixture(() => answerFixture());
  draw(<FaultForm onAdded={() => undefined} />);
  const press = (detail: number): void => {
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, detail });
    button('Add fault').dispatchEvent(click);
  };
  press(1);
  await eventually(() => {
    expect(text()).toContain('Added.');
  });
  press(2);
  expect(bodies).toHaveLength(1);
  press(1);
  await eventually(() => {
    expect(bodies).toHaveLength(2);
  });
});

test('Enter that is held down asks once', () => {
  const { draw } = accountFixture(() => answerFixture());
  draw(<FaultForm onAdded={() => undefined} />);
  const isStopped = (repeat: boolean, key: string): boolean => {
    const down = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key, repeat });
    return !document.getElementById('fault-times')?.dispatchEvent(down);
  };
  expect([isStopped(false, 'Enter'), isStopped(true, 'Enter'), isStopped(true, '1')]).toEqual([
    ...[false, true, false],
  ]);
});

test('what is wrong stands at its field, which has the focus, until the form is changed', async () => {
  const msg = 'This is too small. Give at least 1';
  const errors = ['times', 'status'].map((member) => ({ loc: ['body', member], msg }));
  const refused = { detail: `times: ${msg}.`, errors };
  const { draw, text } = accountFixture(() => ({
    ...{ status: 422, code: 'validation_failed', body: refused, retryAfter: undefined },
  }));
  draw(<FaultForm onAdded={() => undefined} />);
  submit();
  await eventually(() => {
    expect([...document.querySelectorAll('[role=alert]')].map((one) => one.textContent)).toEqual([
      'Enter a number from 400 to 599.',
      'Enter a number from 1 to 1,000,000.',
    ]);
  });
  const field = document.querySelector<HTMLInputElement>('#fault-status');
  expect(document.activeElement).toBe(field);
  expect(text()).not.toContain('The fault was not added.');
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  await eventually(() => {
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});

test('what is wrong with nothing that can be seen stands above the form', async () => {
  const errors = [{ loc: ['body', 'match'], msg: 'Give a path' }];
  const refused = { detail: 'match: Give a path.', errors };
  const { draw, text } = accountFixture(() => ({
    ...{ status: 422, code: 'validation_failed', body: refused, retryAfter: undefined },
  }));
  draw(<FaultForm onAdded={() => undefined} />);
  submit();
  await eventually(() => {
    expect(text()).toContain('The fault was not added. match: Give a path.');
  });
});
