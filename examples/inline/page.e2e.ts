import { cards, payWith } from '../../e2e/harness/payWith.ts';
import { expect, test } from '../fixtures/shop.ts';
import { expectThanks, orderKit } from './orderKit.ts';

test.describe('the page around the inline checkout', () => {
  test.beforeEach(async ({ page, shop }) => {
    await page.goto(`${shop.origin}/inline/`);
  });

  test('leaves the keyboard where the shopper is', async ({ page }) => {
    await page.getByRole('radio', { name: 'Premium print kit' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Standard print kit' })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const checkout = page.frameLocator('#checkout iframe');
    await expect(checkout.getByRole('button', { name: 'Pay $19.00' })).toBeVisible();
    await expect(page.locator('#checkout iframe')).toBeFocused();
  });

  test('is accessible', async ({ page, expectAccessible }) => {
    await expectAccessible(page, 'always in the dark');
    const checkout = await orderKit(page);
    await expectAccessible(page, 'always in the dark');
    await payWith(checkout, cards.visa);
    await expectThanks(page, '$49.00');
    await expectAccessible(page, 'always in the dark');
  });

  test('follows the colours of the system while it is open', async ({ page }) => {
    const checkout = await orderKit(page);
    const background = () =>
      checkout
        .getByRole('button', { name: /^Pay / })
        .evaluate((button) => getComputedStyle(button).backgroundColor);
    await expect.poll(background).toBe('rgb(43, 38, 32)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(background).toBe('rgb(236, 230, 218)');
  });

  test('does not jump', async ({ page }) => {
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as LayoutShift).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await orderKit(page);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
  });
});

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}
