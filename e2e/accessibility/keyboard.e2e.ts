import type { Page } from '@playwright/test';
import { cards, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** The accessible names in the order of the Tab key, until the focus leaves the hosted page. */
async function tabUntil(page: Page, name: RegExp, most = 25): Promise<string[]> {
  const names: string[] = [];
  for (let press = 0; press < most; press += 1) {
    const label = await pressTab(page);
    names.push(label);
    if (name.test(label)) return names;
  }
  throw new Error(`${String(name)} is not reached by Tab: ${names.join(' → ')}`);
}

/** A focus that goes from one frame to the next is nowhere for a moment. */
async function pressTab(page: Page): Promise<string> {
  const before = await focusedName(page);
  await page.keyboard.press('Tab');
  let name = '';
  const hasMoved = async (): Promise<boolean> => {
    name = await focusedName(page);
    return name !== '' && name !== before;
  };
  await expect
    .poll(hasMoved, { message: `Tab after ${before}`, intervals: [10, 20, 50] })
    .toBe(true);
  return name;
}

/** What has the focus, in whichever frame it is. */
async function focusedName(page: Page): Promise<string> {
  for (const frame of [...page.frames()].reverse()) {
    const name = await frame.evaluate(() => {
      const active = document.activeElement;
      if (!document.hasFocus() || active === null || active === document.body) return '';
      if (active instanceof HTMLIFrameElement) return '';
      const labels = active instanceof HTMLInputElement ? active.labels : null;
      return (active.ariaLabel ?? labels?.[0]?.textContent ?? active.textContent).trim();
    });
    if (name !== '') return name;
  }
  return '';
}

test('a whole payment in the frame with nothing but the keyboard', async ({
  account,
  page,
  shop,
}) => {
  await shop.open();
  await shop.mount(await account.createSession());
  await shop.event('ready');
  await tabUntil(page, /^Email$/);
  await page.keyboard.type('robin@alder.example');
  await tabUntil(page, /^Card number$/, 1);
  await page.keyboard.type(cards.declined);
  await tabUntil(page, /^Expiry date$/, 1);
  await page.keyboard.type('1234');
  await tabUntil(page, /^Security code$/, 1);
  await page.keyboard.type('123');
  await page.keyboard.press('Enter');
  await expect(shop.frame().getByRole('alert')).toContainText('declined');
  await expect(shop.frame().getByRole('alert')).toBeFocused();
  await tabUntil(page, /^Use another card$/, 2);
  await page.keyboard.press('Enter');
  await expect(shop.frame().getByLabel('Card number')).toBeFocused();
  await page.keyboard.type(cards.challenge);
  await tabUntil(page, /^Security code$/, 2);
  await page.keyboard.type('123');
  await tabUntil(page, /^Pay /);
  await page.keyboard.press('Space');
  await expect(shop.frame().getByRole('heading', { name: 'Confirm with your bank' })).toBeVisible();
  // Tab passes a page that is not there yet.
  const bank = shop.frame().locator('iframe').contentFrame();
  await expect(bank.getByRole('button', { name: 'Approve' })).toBeVisible();
  await tabUntil(page, /^Approve$/);
  await page.keyboard.press('Enter');
  await shop.event('complete');
  const ending = shop.frame().getByRole('heading', { name: 'Payment complete' });
  await expect(ending).toBeFocused();
});

test('a promotion code is added and removed with the keyboard', async ({ account, page, shop }) => {
  await shop.open();
  await shop.mount(await account.createSession());
  await shop.event('ready');
  await tabUntil(page, /^Add a promotion code$/);
  await page.keyboard.press('Enter');
  await expect(shop.frame().getByLabel('Promotion code', { exact: true })).toBeFocused();
  await page.keyboard.type('SAVE20');
  await page.keyboard.press('Enter');
  await expect(payButton(shop.frame())).toHaveText('Pay $39.20');
  await expect.poll(() => focusedName(page)).not.toBe('');
  await shop
    .frame()
    .getByRole('button', { name: /Remove promotion code/ })
    .press('Enter');
  await expect(payButton(shop.frame())).toHaveText('Pay $49.00');
  await expect.poll(() => focusedName(page)).not.toBe('');
});

test('on submit the focus goes to the first field that is wrong, and its words are linked to it', async ({
  account,
  page,
  servers,
}) => {
  const session = await account.createSession();
  await page.goto(`${servers.pay}/checkout/${session.secure_token}`);
  await payButton(page).click();
  const email = page.getByLabel('Email', { exact: true });
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/Enter your email address/);
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await fillCard(page);
  await page.getByLabel('Security code').fill('1');
  await payButton(page).click();
  await expect(page.getByLabel('Security code')).toBeFocused();
  await expect(page.getByLabel('Security code')).toHaveAccessibleDescription(/3 digits/);
});

test('the pay button keeps its focus and its size while it works', async ({
  account,
  page,
  shop,
}) => {
  await page.route('**/session/payments', () => new Promise(() => undefined));
  await shop.open();
  await shop.mount(await account.createSession());
  await shop.event('ready');
  const before = await payButton(shop.frame()).boundingBox();
  await fillCard(shop.frame());
  await payButton(shop.frame()).press('Enter');
  const working = shop.frame().getByRole('button', { name: /Processing/ });
  await expect(working).toBeFocused();
  await expect(working).toHaveAttribute('aria-disabled', 'true');
  const after = await working.boundingBox();
  expect(after?.width).toBe(before?.width);
  expect(after?.height).toBe(before?.height);
});

test('an ending takes the focus and is said politely', async ({ account, page, servers }) => {
  await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
  const session = await account.createSession();
  await page.goto(`${servers.pay}/checkout/${session.secure_token}`);
  await payWith(page);
  const ending = page.getByRole('heading', { name: 'Payment complete' });
  await expect(ending).toBeFocused();
  await expect(page.getByRole('status').filter({ has: ending })).toBeVisible();
});
