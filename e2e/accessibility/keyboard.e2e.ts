import { focusedName } from '../harness/keyboard/focusedName.ts';
import { tabUntil } from '../harness/keyboard/tabUntil.ts';
import { cards, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('a whole payment in the frame with nothing but the keyboard', async ({
  page,
  session,
  shop,
}) => {
  await shop.show(session);
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

test('a promotion code is added and removed with the keyboard', async ({ page, session, shop }) => {
  await shop.show(session);
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
  page,
  session,
}) => {
  await page.goto(session.url);
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
  page,
  session,
  shop,
}) => {
  await page.route('**/session/payments', () => new Promise(() => undefined));
  await shop.show(session);
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

test('an ending takes the focus and is said politely', async ({ page, session }) => {
  await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
  await page.goto(session.url);
  await payWith(page);
  const ending = page.getByRole('heading', { name: 'Payment complete' });
  await expect(ending).toBeFocused();
  await expect(page.getByRole('status').filter({ has: ending })).toBeVisible();
});
