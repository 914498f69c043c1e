import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { awaitShown } from './awaitShown.ts';
import { clickAndClose } from './clickAndClose.ts';

/** The documented test cards that the suites pay with. */
export const cards = {
  visa: '4242424242424242',
  mastercard: '5555555555554444',
  amex: '378282246310005',
  declined: '4000000000000002',
  noFunds: '4000000000009995',
  expired: '4000000000000069',
  wrongCode: '4000000000000127',
  challenge: '4000000000003220',
  delayed: '4000000000000077',
  failsOnce: '4000000000000119',
} as const;

/** Fills the checkout form by its public names, as a merchant's own test would, once it can be seen. */
export async function fillCard(
  page: Page | FrameLocator,
  number: string = cards.visa,
): Promise<void> {
  await awaitShown(page);
  await page.getByLabel('Email', { exact: true }).fill('robin@alder.example');
  await page.getByLabel('Card number', { exact: true }).fill(number);
  await page.getByLabel('Expiry date', { exact: true }).fill('12 / 34');
  await page
    .getByLabel('Security code', { exact: true })
    .fill(number.startsWith('37') ? '1234' : '123');
}

/**
 * Waits until the page holds all that it needs to pay without the network. The second half of its script comes with
 * the first touch; until then no mistake is explained.
 */
export async function awaitAllOfIt(page: Page | FrameLocator): Promise<void> {
  const email = page.getByLabel('Email', { exact: true });
  await expect(async () => {
    await email.fill('robin');
    await email.blur();
    await expect(email).toHaveAttribute('aria-invalid', 'true', { timeout: 3_000 });
  }).toPass();
}

/** The one primary button of the form, whatever it says for this order. */
export function payButton(page: Page | FrameLocator): Locator {
  return page.getByRole('button', {
    name: /^(Pay |Subscribe for |Start free trial|Save card|Complete order)/,
  });
}

/** Fills the form and presses Pay. */
export async function payWith(
  page: Page | FrameLocator,
  number: string = cards.visa,
): Promise<void> {
  await fillCard(page, number);
  await clickAndClose(payButton(page));
}
