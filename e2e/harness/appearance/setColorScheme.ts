import { expect, type Page } from '@playwright/test';
import { isBank } from './isBank.ts';

type Scheme = 'light' | 'dark';

/** A page that follows the device has no scheme of its own, or names both. */
const isOther = (scheme: Scheme): boolean =>
  getComputedStyle(document.documentElement).colorScheme === (scheme === 'dark' ? 'light' : 'dark');

/**
 * Changes the scheme of the device, and waits until every frame shows it: the checkout is told of it by the page, in a
 * message that comes a moment later. Nothing fades from one colour to the other, so what is seen next is what stays.
 */
export async function setColorScheme(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const countLate = async (): Promise<number> => {
    const frames = page.frames().filter((frame) => !isBank(frame));
    const late = await Promise.all(frames.map((frame) => frame.evaluate(isOther, colorScheme)));
    return late.filter(Boolean).length;
  };
  await expect
    .poll(countLate, { message: `frames that are not ${colorScheme}`, intervals: [10, 20, 50] })
    .toBe(0);
}
