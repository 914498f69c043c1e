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
