// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { flowFixture } from '../fixtures/flowFixture.ts';
import { lineFixture, sessionFixture } from '../fixtures/sessionFixture.ts';
import type { Actions } from '../flow/createActions.ts';
import { en } from '../texts/en.ts';
import { Receipt } from './Receipt.tsx';

test('a receipt says how many were bought where it is more than one', () => {
  const session = sessionFixture({
    line_items: [
      lineFixture({ description: 'Premium print kit' }),
      lineFixture({ description: 'Ink', unit_amount_atom: 900, quantity: 3 }),
    ],
  });
  const phase = { name: 'completed', paidWith: undefined, insteadOf: undefined } as const;
  const { state } = flowFixture({}, { session, state: { phase } });
  const root = document.createElement('div');
  render(
    <Receipt state={state()} session={session} words={en.later} actions={{} as Actions} />,
    root,
  );
  expect([...root.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
    'Premium print kit$49.00',
    'InkQty 3 · $9.00 each$27.00',
  ]);
});
