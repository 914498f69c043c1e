import { expect } from '@playwright/test';
import type { HostedState, Stage } from './HostedState.ts';
import { fillCard, payButton } from '../payWith.ts';
import { never, strike } from '../faults/strike.ts';

const ready = ({ view }: Stage) => expect(payButton(view)).toBeVisible();

const openPromotion = async ({ view }: Stage, code: string): Promise<void> => {
  await view.getByRole('button', { name: 'Add a promotion code' }).click();
  await view.getByLabel('Promotion code', { exact: true }).fill(code);
};

const order = (...lines: readonly (readonly [string, number])[]) => ({
  line_items: lines.map(([name, quantity]) => ({ price_id: `price_${name}`, quantity })),
});

/** The states before Pay: the order and its form. */
export const formStates: readonly HostedState[] = [
  {
    name: 'loading',
    before: ({ page }) => strike(page, '**/api/checkout/session', never),
    reach: async ({ view }) => expect(view.getByText('Loading checkout')).toBeAttached(),
  },
  { name: 'ready', fields: order(['premium', 1], ['standard', 1]), reach: ready },
  {
    name: 'test-cards',
    async reach({ view }) {
      await view.getByText('Test cards', { exact: true }).click();
      await expect(view.getByRole('button', { name: /4242 4242 4242 4242/ })).toBeVisible();
    },
  },
  { name: 'filled', reach: ({ view }) => fillCard(view) },
  {
    name: 'errors',
    async reach({ view }) {
      await view.getByLabel('Card number', { exact: true }).fill('4242 4242 4242 424');
      await payButton(view).click();
      await expect(view.getByText('The card number is incomplete.')).toBeVisible();
    },
  },
  {
    name: 'promotion-open',
    reach: (stage) => openPromotion(stage, ''),
  },
  {
    name: 'promotion-invalid',
    async reach(stage) {
      await openPromotion(stage, 'SAVE50');
      await stage.view.getByRole('button', { name: 'Apply' }).click();
      await expect(stage.view.getByText('This code is not valid')).toBeVisible();
    },
  },
  { name: 'promotion-applied', fields: { promotion_code: 'SAVE20' }, reach: ready },
  { name: 'subscription', fields: order(['pro_monthly', 1]), reach: ready },
  { name: 'mixed', fields: order(['pro_monthly', 1], ['premium', 2]), reach: ready },
  {
    name: 'many-lines',
    fields: order(['premium', 12], ['standard', 999], ['basic', 3], ['xyz', 1], ['premium', 2]),
    reach: ready,
  },
  {
    name: 'everything',
    fields: {
      ...order(['premium', 12], ['pro_monthly', 1], ['standard', 999], ['basic', 3], ['xyz', 1]),
      promotion_code: 'SAVE20',
    },
    reach: ready,
  },
  {
    name: 'everything-unfolded',
    follows: 'everything',
    reach: ({ view }) => view.getByRole('button', { name: /^Show \d more$/ }).click(),
  },
  {
    name: 'trial',
    fields: order(['pro_monthly', 1]),
    make: async (account) => ({
      coupon_id: await account.create('coupons', { trial_days_off: 14, duration: 'once' }),
    }),
    reach: ready,
  },
  { name: 'setup', fields: { mode: 'setup', line_items: [] }, reach: ready },
  { name: 'zero-total', fields: { customer_id: 'cus_abc123', line_items: [] }, reach: ready },
];
