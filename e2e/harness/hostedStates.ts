import { expect, type FrameLocator, type Page, type Route } from '@playwright/test';
import type { Account, Session } from './createAccount.ts';
import { cards, fillCard, payButton, payWith } from './payWith.ts';

export interface Stage {
  readonly account: Account;
  readonly session: Session;
  readonly page: Page;
  /** The hosted page itself: the page, or the frame in it. */
  readonly view: Page | FrameLocator;
}

export interface HostedState {
  readonly name: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** On which surface it exists; both when not said. */
  readonly only?: 'page' | 'frame';
  /** What has to be so before the page loads. */
  before?(stage: Omit<Stage, 'view'>): Promise<void>;
  /** From the loaded page to the state, which is then on the screen. */
  reach(stage: Stage): Promise<void>;
}

const heading = ({ view }: Stage, name: string | RegExp) =>
  expect(view.getByRole('heading', { name })).toBeVisible();

const ready = ({ view }: Stage) => expect(payButton(view)).toBeVisible();

const openPromotion = async ({ view }: Stage, code: string): Promise<void> => {
  await view.getByRole('button', { name: 'Add a promotion code' }).click();
  await view.getByLabel('Promotion code', { exact: true }).fill(code);
};

/** Strikes the hosted page's own requests and leaves those of the merchant page alone. */
async function strike(
  page: Page,
  path: string,
  how: (route: Route) => Promise<void>,
): Promise<void> {
  await page.route(path, (route) =>
    route.request().headers()['origin']?.includes('//shop.') === true
      ? route.continue()
      : how(route),
  );
}

const payments = '**/api/checkout/session/payments';
const never = () => new Promise<void>(() => undefined);

const order = (...lines: readonly (readonly [string, number])[]) => ({
  line_items: lines.map(([name, quantity]) => ({ price_id: `price_${name}`, quantity })),
});

/** Every state of the hosted page that a shopper can come to, and how. */
export const hostedStates: readonly HostedState[] = [
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
  { name: 'zero-total', fields: { customer_id: 'cus_abc123', line_items: [] }, reach: ready },
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
    name: 'challenge',
    async reach(stage) {
      await payWith(stage.view, cards.challenge);
      await heading(stage, 'Confirm with your bank');
      const bank = stage.view.locator('iframe').contentFrame();
      await expect(bank.getByRole('button').first()).toBeVisible();
    },
  },
  {
    name: 'amount-changed',
    async reach({ page, session, view }) {
      await fillCard(view);
      const api = new URL(session.url).origin;
      await page.request.post(`${api}/api/checkout/session/promotion-code`, {
        headers: { authorization: `Bearer ${session.secure_token}` },
        data: { code: 'SAVE20' },
      });
      await payButton(view).click();
      await expect(view.getByRole('alert')).toContainText('The total has changed');
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
