import type { FrameLocator, Page } from '@playwright/test';
import { findHostedPage } from './findHostedPage.ts';

/** What the shopper types. Each has a value that will do. */
export interface Payer {
  readonly number?: string;
  readonly expiry?: string;
  readonly code?: string;
  /** Typed where the page asks for it. */
  readonly email?: string;
}

async function fillEmail(hosted: Page | FrameLocator, email: string): Promise<void> {
  const field = hosted.getByLabel('Email', { exact: true });
  // A session with a customer knows the address already.
  if (await field.isVisible()) await field.fill(email);
}

/** Fills the hosted page in and presses the button, by the names that the page keeps the same. */
export async function payInPage(page: Page, payer: Payer = {}): Promise<void> {
  const { number = '4242424242424242', expiry = '12 / 40', code = '123' } = payer;
  const { email = 'jane@example.com' } = payer;
  const hosted = await findHostedPage(page);
  await hosted.getByLabel('Card number', { exact: true }).fill(number);
  await hosted.getByLabel('Expiry date', { exact: true }).fill(expiry);
  await hosted.getByLabel('Security code', { exact: true }).fill(code);
  await fillEmail(hosted, email);
  await hosted.getByRole('button', { name: /^(Pay|Subscribe|Start|Save)/ }).click();
}
