/**
 * Playwright’s `test` with PaymentKit in it: each worker has a server, each test an account.
 *
 * @module paymentkit-mock-server/playwright
 */

import { test as base, type FrameLocator, type Page } from '@playwright/test';
import { createMockControl } from '../../createMockControl.ts';
import type { MockControl } from '../../MockControl.ts';
import { createMockServer } from '../../createMockServer.ts';
import { answerBank, type BankAnswer } from './answerBank.ts';
import { findHostedPage } from './findHostedPage.ts';
import { payInPage, type Payer } from './payInPage.ts';

/** PaymentKit for one test: an account that no other test sees. */
export interface PaymentKitFixture {
  /** Where the mock server answers: `PAYMENTKIT_URL` for the shop under test. */
  readonly url: string;
  readonly accountId: string;
  /** Everything else that can be done with the account. */
  readonly control: MockControl;
  createSession: MockControl['createSession'];
  /** The hosted page, as a page of its own or in a frame of the test's page. */
  hostedPage(): Promise<Page | FrameLocator>;
  /** Fills the hosted page in and pays, with a card that is taken unless told otherwise. */
  pay(payer?: Payer): Promise<void>;
  /** The same with a card that is declined. */
  decline(payer?: Omit<Payer, 'number'>): Promise<void>;
  /** Answers the bank of a card that asks for 3-D Secure, `4000 0000 0000 3220`: approves unless told otherwise. */
  answerBank(answer?: BankAnswer): Promise<void>;
  /** Moves the account's time on, such as by `25h`. */
  advanceClock(duration: string): Promise<void>;
}

/** What a test may use. */
export interface PaymentKitFixtures {
  readonly paymentkit: PaymentKitFixture;
}

/** What the workers may be told in `use` of the configuration. */
export interface PaymentKitOptions {
  /**
   * A mock server that runs already, which the shop under test talks to.
   *
   * @default each worker starts one of its own
   */
  readonly paymentkitServer: string | undefined;
  /** Where the mock server answers. */
  readonly paymentkitUrl: string;
}

/**
 * Playwright's `test` with a `paymentkit` in it.
 *
 * @example
 * ```ts
 * import { expect } from '@playwright/test';
 * import { test } from 'paymentkit-mock-server/playwright';
 *
 * test('a shopper pays', async ({ page, paymentkit }) => {
 *   const session = await paymentkit.createSession();
 *   await page.goto(session.url);
 *   await paymentkit.pay();
 *   await expect(page.getByRole('heading', { name: 'Payment complete' })).toBeVisible();
 * });
 * ```
 */
export const test = base.extend<PaymentKitFixtures, PaymentKitOptions>({
  paymentkitServer: [undefined, { option: true, scope: 'worker' }],

  paymentkitUrl: [
    async ({ paymentkitServer }, use) => {
      if (paymentkitServer !== undefined) {
        await use(paymentkitServer);
        return;
      }
      const server = createMockServer();
      await use(await server.listen());
      await server.close();
    },
    { scope: 'worker' },
  ],

  paymentkit: async ({ page, paymentkitUrl: url }, use) => {
    const control = createMockControl({ url });
    await use({
      url,
      accountId: control.accountId,
      control,
      createSession: (body) => control.createSession(body),
      hostedPage: () => findHostedPage(page),
      pay: (payer) => payInPage(page, payer),
      decline: (payer) => payInPage(page, { ...payer, number: '4000000000000002' }),
      answerBank: (answer) => answerBank(page, answer),
      advanceClock: (duration) => control.clock.advance(duration),
    });
    await control.reset();
  },
});
