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
