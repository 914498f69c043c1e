import { expect, type Page } from '@playwright/test';
import { focusedName } from './focusedName.ts';

/** A focus that goes from one frame to the next is nowhere for a moment. */
async function press(page: Page, key: string): Promise<string> {
  const before = await focusedName(page);
  await page.keyboard.press(key);
  let name = '';
  const hasMoved = async (): Promise<boolean> => {
    name = await focusedName(page);
    return name !== '' && name !== before;
  };
  await expect
    .poll(hasMoved, { message: `${key} after ${before}`, intervals: [10, 20, 50] })
    .toBe(true);
  return name;
}

/** The accessible names in the order of the Tab key, or of another, until one is reached. */
export async function tabUntil(
  page: Page,
  name: RegExp,
  most = 25,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<string[]> {
  const names: string[] = [];
  for (let count = 0; count < most; count += 1) {
    const label = await press(page, key);
    names.push(label);
    if (name.test(label)) return names;
  }
  throw new Error(`${String(name)} is not reached by ${key}: ${names.join(' → ')}`);
}
