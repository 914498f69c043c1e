import type { FrameLocator, Page } from '@playwright/test';
import { awaitShown } from '../../e2e/harness/awaitShown.ts';
import { expect } from '../fixtures/shop.ts';

/** Orders a kit, and gives the checkout that opens for it. */
export async function orderKit(page: Page, kit = 'Premium print kit'): Promise<FrameLocator> {
  await page.getByRole('radio', { name: kit }).check();
  await page.getByRole('button', { name: 'Order the kit' }).click();
  const checkout = page.frameLocator('#checkout iframe');
  await expect(checkout.getByRole('button', { name: /^Pay / })).toBeVisible();
  await awaitShown(checkout);
  return checkout;
}

/** The success page, once the shop's server has checked the payment. */
export async function expectThanks(page: Page, amount: string): Promise<void> {
  await expect(page).toHaveURL(/\/inline\/success\?session_id=cs_/);
  await expect(page.getByRole('heading', { name: 'Thank you, your order is paid' })).toBeVisible();
  await expect(page.locator('#amount')).toHaveText(amount);
}
