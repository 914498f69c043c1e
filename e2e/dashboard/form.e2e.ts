import { expect, test } from '../harness/test.ts';
import { openDashboard } from './openDashboard.ts';

test('what the server refuses is said at its field, and the keyboard is enough to mend it', async ({
  account,
  page,
  servers,
}) => {
  await openDashboard(page, servers, account, '/checkout-sessions/new');
  const success = page.getByLabel('Success URL');
  await success.fill('shop.example');
  await page.getByLabel('Quantity').fill('0');
  await page.keyboard.press('Enter');
  await expect(success).toBeFocused();
  await expect(success).toHaveAccessibleDescription(/^Enter a complete address/);
  await expect(page.getByLabel('Quantity')).toHaveAccessibleDescription('Enter 1 or more.');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Two fields need a change');
  await alert.getByRole('link', { name: 'the quantity of line item 1' }).press('Enter');
  await expect(page.getByLabel('Quantity')).toBeFocused();
  await page.keyboard.type('2');
  await success.fill('https://shop.example/thanks');
  await expect(alert).toBeHidden();
});

test('a fault in what is folded away unfolds it; a duplicate starts from all of it', async ({
  account,
  page,
  servers,
}) => {
  const session = await account.createSession({
    promotion_code: 'SAVE20',
    custom_fields: { order_id: 'order_12345' },
    cascade_line_items: [{ line_items: [{ price_id: 'price_basic', quantity: 1 }] }],
  });
  await openDashboard(page, servers, account, `/checkout-sessions/${session.id}`);
  await page.getByRole('link', { name: 'Duplicate' }).click();
  const code = page.getByRole('textbox', { name: 'Promotion code' });
  await page.getByText('Advanced', { exact: false }).first().click();
  await expect(code).toHaveValue('SAVE20');
  await expect(page.getByLabel('Order', { exact: true })).toHaveValue('order_12345');
  await expect(page.getByRole('group', { name: 'Tier 2' }).getByLabel('Price')).toHaveValue(
    'price_basic',
  );
  await code.fill('SAVE50');
  await page.getByText('Advanced', { exact: false }).first().click();
  await expect(code).toBeHidden();
  await page.getByRole('button', { name: 'Create Checkout Session' }).click();
  await expect(code).toBeFocused();
  await code.fill('save20');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('$39.20 USD');
});
