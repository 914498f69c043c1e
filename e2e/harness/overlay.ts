import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';

/** The dialog over the page: of several the one on top. */
export const overlayDialog = (page: Page): Locator =>
  page.locator('paymentkit-overlay').last().getByRole('dialog');

/** The checkout in it. */
export const overlayFrame = (page: Page | Frame): FrameLocator =>
  page.locator('paymentkit-overlay iframe').last().contentFrame();
