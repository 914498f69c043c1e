import { cards, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** The names that merchants' own tests use. A change here is a breaking change. */
const fields = [
  ['Email', 'email', 'email'],
  ['Card number', 'cc-number', 'numeric'],
  ['Expiry date', 'cc-exp', 'numeric'],
  ['Security code', 'cc-csc', 'numeric'],
  ['Name on card', 'cc-name', null],
  ['Postal code', 'postal-code', null],
] as const;

for (const surface of ['page', 'frame'] as const) {
  test(`the fields and buttons have their public names: ${surface}`, async ({
    page,
    session,
    shop,
  }) => {
    if (surface === 'page') await page.goto(session.url);
    else await shop.show(session);
    const view = surface === 'page' ? page : shop.frame();
    for (const [name, autocomplete, inputmode] of fields) {
      const field = view.getByRole('textbox', { name, exact: true });
      await expect(field).toBeVisible();
      await expect(field).toHaveAttribute('autocomplete', autocomplete);
      if (inputmode !== null) await expect(field).toHaveAttribute('inputmode', inputmode);
    }
    await expect(view.getByRole('button', { name: 'Pay $49.00', exact: true })).toBeVisible();
    await view.getByRole('button', { name: 'Add a promotion code', exact: true }).click();
    await expect(view.getByRole('textbox', { name: 'Promotion code', exact: true })).toBeVisible();
    await expect(view.getByRole('button', { name: 'Apply', exact: true })).toBeVisible();
  });
}

test('the frame is named, and named in the language of the page', async ({
  account,
  session,
  shop,
}) => {
  await shop.show(session, { locale: 'de' });
  const german = await shop.element().getAttribute('title');
  await shop.mount(await account.createSession(), { name: 'two', target: '#second' });
  await shop.event('ready', 'two');
  const english = await shop.element('#second').getAttribute('title');
  expect(german).not.toBe('');
  expect(english).not.toBe('');
  expect(german).not.toBe(english);
});

test('a subscription and a zero total have their public names', async ({ account, shop }) => {
  const line_items = [{ price_id: 'price_pro_monthly', quantity: 1 }];
  await shop.mount(await account.createSession({ line_items }));
  await expect(
    shop.frame().getByRole('button', { name: 'Subscribe for $29.00 per month', exact: true }),
  ).toBeVisible();
  const free = await account.createSession({ customer_id: 'cus_abc123', line_items: [] });
  await shop.mount(free, { name: 'free', target: '#second' });
  await expect(
    shop.frame('#second').getByRole('button', { name: 'Complete order', exact: true }),
  ).toBeVisible();
});

test('the ways back have their public names', async ({ account, page, session, shop }) => {
  await shop.mount(await account.createSession(), { redirect: 'auto' });
  await expect(
    shop.frame().getByRole('button', { name: 'Cancel and return to Alder Press', exact: true }),
  ).toBeVisible();
  await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
  await page.goto(session.url);
  await payWith(page);
  await expect(
    page
      .getByRole('link', { name: 'Continue to Alder Press', exact: true })
      .or(page.getByRole('button', { name: 'Continue to Alder Press', exact: true })),
  ).toBeVisible();
});

test('a test card of the banner fills the form on one click', async ({ page, session }) => {
  await page.goto(session.url);
  await expect(page.getByText('No money moves')).toBeVisible();
  await page.getByText('Test cards', { exact: true }).click();
  await page.getByRole('button', { name: /4000 0000 0000 0002/ }).click();
  const number = page.getByLabel('Card number', { exact: true });
  await expect(number).toHaveValue('4000 0000 0000 0002');
  await expect(page.getByLabel('Expiry date', { exact: true })).not.toHaveValue('');
  await expect(page.getByLabel('Security code', { exact: true })).not.toHaveValue('');
});

test('the number is grouped while it is typed and the brand is a word', async ({
  page,
  session,
}) => {
  await page.goto(session.url);
  const number = page.getByLabel('Card number', { exact: true });
  await number.pressSequentially(cards.visa);
  await expect(number).toHaveValue('4242 4242 4242 4242');
  await expect(page.getByText('Visa', { exact: true })).toBeVisible();
  await number.fill('');
  await number.pressSequentially(cards.amex);
  await expect(number).toHaveValue('3782 822463 10005');
  await page.getByLabel('Expiry date', { exact: true }).pressSequentially('1234');
  await expect(page.getByLabel('Expiry date', { exact: true })).toHaveValue('12 / 34');
  await expect(payButton(page)).toBeVisible();
});
