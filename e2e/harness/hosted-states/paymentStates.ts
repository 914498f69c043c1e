import { expect } from '@playwright/test';
import type { HostedState, Stage } from './HostedState.ts';
import { cards, fillCard, payButton, payWith } from '../payWith.ts';
import { never, strike } from '../faults/strike.ts';

const heading = ({ view }: Stage, name: string | RegExp) =>
  expect(view.getByRole('heading', { name })).toBeVisible();

const payments = '**/api/checkout/session/payments';

const order = (price: string) => ({ line_items: [{ price_id: `price_${price}`, quantity: 1 }] });

/** The states from Pay on: what is under way, what was declined, and every ending. */
export const paymentStates: readonly HostedState[] = [
  {
    name: 'processing',
    before: ({ page }) => strike(page, payments, never),
    async reach({ view }) {
      await payWith(view);
      await expect(view.getByRole('button', { name: /Processing/ })).toBeVisible();
    },
  },
  {
    name: 'declined',
    async reach({ view }) {
      await payWith(view, cards.noFunds);
      await expect(view.getByRole('alert')).toContainText('Your card was declined');
    },
  },
  {
    name: 'wrong-code',
    async reach({ view }) {
      await payWith(view, cards.wrongCode);
      await expect(view.getByText('The security code is not right.')).toBeVisible();
    },
  },
  {
    name: 'bank-trouble',
    async reach({ view }) {
      await payWith(view, '4000000000000119');
      await expect(view.getByRole('alert')).toContainText('The payment did not go through');
    },
  },
  {
    name: 'challenge',
    async reach(stage) {
      await payWith(stage.view, cards.challenge);
      await heading(stage, 'Confirm with your bank');
      const bank = stage.view.locator('iframe').contentFrame();
      await expect(bank.getByRole('button').first()).toBeVisible();
    },
  },
  {
    name: 'challenge-canceled',
    follows: 'challenge',
    async reach(stage) {
      await stage.view.getByRole('button', { name: 'Cancel and use another card' }).click();
      await expect(payButton(stage.view)).toBeVisible();
    },
  },
  {
    name: 'challenge-failed',
    follows: 'challenge',
    async reach({ view }) {
      const bank = view.locator('iframe').contentFrame();
      await bank.getByRole('button', { name: 'Refuse' }).click();
      await expect(view.getByRole('alert')).toContainText('Your bank did not confirm the payment');
    },
  },
  {
    name: 'amount-changed',
    async reach({ account, session, view }) {
      await fillCard(view);
      await account.applyCode(session, 'SAVE20');
      await payButton(view).click();
      await expect(view.getByRole('alert')).toContainText('The total has changed');
    },
  },
  {
    name: 'offer',
    fields: {
      ...order('basic'),
      cascade_line_items: [{ ...order('xyz') }],
      promotion_code: 'SAVE20',
    },
    async reach(stage) {
      await payWith(stage.view, cards.declined);
      await heading(stage, 'Pay a different price?');
    },
  },
  {
    name: 'charged-other',
    fields: { cascade_line_items: [{ ...order('basic') }] },
    async reach(stage) {
      await payWith(stage.view, cards.noFunds);
      await heading(stage, 'You were charged a different price');
    },
  },
  {
    name: 'trial-started',
    follows: 'trial',
    async reach(stage) {
      await payWith(stage.view);
      await heading(stage, 'Order complete');
      await expect(
        stage.view.getByText('Your subscription renews until you cancel.'),
      ).toBeVisible();
    },
  },
  {
    name: 'card-saved',
    follows: 'setup',
    async reach(stage) {
      await payWith(stage.view);
      await heading(stage, 'Your card is saved');
    },
  },
  {
    name: 'checking',
    before: ({ page }) => strike(page, payments, (route) => route.abort('connectionreset')),
    async reach(stage) {
      await payWith(stage.view);
      await heading(stage, 'Checking your payment');
    },
  },
  {
    name: 'pending',
    async reach(stage) {
      await payWith(stage.view, '4000000000000077');
      await heading(stage, 'Your payment is being processed');
    },
  },
  {
    name: 'completed',
    async reach(stage) {
      await payWith(stage.view);
      await heading(stage, 'Payment complete');
    },
  },
  {
    name: 'zero-completed',
    follows: 'zero-total',
    async reach(stage) {
      await payButton(stage.view).click();
      await heading(stage, 'Order complete');
    },
  },
  {
    name: 'paid-before',
    before: async ({ account, session }) => {
      await account.settle(session.id, 'complete');
    },
    reach: (stage) => heading(stage, /paid|complete/i),
  },
  {
    name: 'canceled',
    only: 'frame',
    async reach(stage) {
      await stage.view.getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
      await heading(stage, 'Checkout canceled');
    },
  },
  {
    name: 'expired',
    before: ({ account }) => account.advance('25h'),
    reach: (stage) => heading(stage, 'This checkout has expired'),
  },
  {
    name: 'network',
    before: ({ page }) =>
      strike(page, '**/api/checkout/session', (route) => route.abort('connectionreset')),
    only: 'page',
    reach: (stage) => heading(stage, 'The checkout could not be loaded'),
  },
];
