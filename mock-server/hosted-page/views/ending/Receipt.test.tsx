// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { flowFixture } from '../../fixtures/flowFixture.ts';
import { lineFixture, monthlyLineFixture, sessionFixture } from '../../fixtures/sessionFixture.ts';
import type { Actions } from '../../flow/createActions.ts';
import type { PaidWith } from '../../state/PageState.ts';
import { en } from '../../texts/en.ts';
import { Receipt } from './Receipt.tsx';

/** The receipt of an order that has just been completed. */
const draw = (
  changes: Parameters<typeof sessionFixture>[0],
  paidWith: PaidWith = { brand: 'Visa', last4: '4242' },
): HTMLElement => {
  const session = sessionFixture(changes);
  const phase = { name: 'completed', paidWith, insteadOf: undefined } as const;
  const { state } = flowFixture({}, { session, state: { phase } });
  const root = document.createElement('div');
  render(
    <Receipt state={state()} session={session} words={en.later} actions={{} as Actions} />,
    root,
  );
  return root;
};
const rows = (root: Element): (string | null)[] =>
  [...root.querySelectorAll('dl > .row')].map((row) => row.textContent);

test('a receipt says how many were bought where it is more than one', () => {
  const root = draw({
    line_items: [
      lineFixture({ description: 'Premium print kit' }),
      lineFixture({ description: 'Ink', unit_amount_atom: 900, quantity: 3 }),
    ],
  });
  expect([...root.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
    'Premium print kit$49.00',
    'InkQty 3 · $9.00 each$27.00',
  ]);
});

test('a receipt of a subscription says what is charged next, from when on, and whom to ask', () => {
  const yearly = { billing_interval: 'year', unit_amount_atom: 9900 } as const;
  const root = draw({ line_items: [monthlyLineFixture(), monthlyLineFixture(yearly)] });
  expect(rows(root)).toEqual([
    'Total paid$128.00',
    'From December\u00a022, 2026$29.00 per month',
    'From November\u00a022, 2027$99.00 per year',
    'Paid withVisa ending in 4242',
    'Referencecs_dev_k3v9q0x7m2p4t6w8',
  ]);
  expect(root.querySelector('p.foot')?.textContent).toBe(
    'Your subscription renews until you cancel. To cancel, contact Alder Press.',
  );
});

test('a receipt claims no day for an interval that the page does not know', () => {
  const quarterly = { billing_interval: 'quarter' };
  const root = draw({ line_items: [monthlyLineFixture(quarterly)] });
  expect(rows(root)).toEqual([
    'Total paid$29.00',
    'Paid withVisa ending in 4242',
    'Referencecs_dev_k3v9q0x7m2p4t6w8',
  ]);
});

test('a receipt of a trial says how long nothing is charged, and what from then on', () => {
  const root = draw({
    line_items: [monthlyLineFixture()],
    amount_discount_atom: 2900,
    discount: {
      promotion_code: 'TRY',
      percent_off: null,
      amount_off_atom: null,
      trial_days_off: 14,
    },
  });
  expect(rows(root).slice(0, 4)).toEqual([
    'TRY, 14 days free−$29.00',
    'Total paid$0.00',
    'From December\u00a06, 2026$29.00 per month',
    'CardVisa ending in 4242',
  ]);
});

test('a receipt of what is paid once tells nobody to cancel', () => {
  const root = draw({});
  expect(rows(root)).toEqual([
    'Total paid$49.00',
    'Paid withVisa ending in 4242',
    'Referencecs_dev_k3v9q0x7m2p4t6w8',
  ]);
  expect(root.querySelector('p')).toBeNull();
});

test('a receipt of a saved card says until when it can be charged', () => {
  const saved = { mode: 'setup', line_items: [], currency: null, amount_total_atom: 0 } as const;
  const root = draw(saved, { brand: 'Visa', last4: '4242', expires: '04/29' });
  expect(rows(root)).toEqual([
    'CardVisa ending in 4242, expires 04/29',
    'Referencecs_dev_k3v9q0x7m2p4t6w8',
  ]);
});
