import { openElementPage } from '../harness/openElementPage.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('in a form it is a field: Enter stays inside, a payment is its value, and a disabled fieldset stops it', async ({
  page,
  servers: { site },
  session,
}) => {
  await openElementPage(
    page,
    site,
    `<form><fieldset disabled><paymentkit-checkout name="paid"></paymentkit-checkout></fieldset>
    <label>Note <input name="note"></label><button>Order</button></form>`,
  );
  await page.locator('form').evaluate((own) => {
    own.addEventListener('submit', (event) => {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      document.title = JSON.stringify([form.get('note'), form.get('paid')]);
    });
  });
  const element = page.locator('paymentkit-checkout');
  await element.evaluate(
    (own, options) => {
      Object.assign(own, options);
      own.addEventListener('paymentkit:complete', () => {
        own.dataset['done'] = 'yes';
      });
    },
    { ...optionsFor(session), redirect: 'never' as const },
  );
  const frame = element.locator('iframe').contentFrame();
  const email = frame.getByLabel('Email', { exact: true });
  await expect(email).toBeVisible();
  const setDisabled = (disabled: boolean): Promise<void> =>
    page.locator('fieldset').evaluate((fieldset: HTMLFieldSetElement, value) => {
      fieldset.disabled = value;
    }, disabled);
  /** What the form would send, by Enter in a field of the merchant's own. */
  const order = async (): Promise<string> => {
    await page.getByLabel('Note').press('Enter');
    return page.title();
  };
  const box = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe(
    'PAYMENTKIT-CHECKOUT',
  );

  await setDisabled(false);
  await email.press('Enter');
  await expect(frame.getByText('Enter the card number.')).toBeVisible();
  await expect(page).toHaveTitle('Your order, in every way');
  await page.getByLabel('Note').fill('Gift');
  expect(await order()).toBe('["Gift",null]');
  await payWith(frame);
  await expect(element).toHaveAttribute('data-done', 'yes');
  expect(await order()).toBe(`["Gift","${session.id}"]`);
  await page.locator('form').evaluate((form: HTMLFormElement) => {
    form.reset();
  });
  expect(await order()).toBe(`["","${session.id}"]`);
  await setDisabled(true);
  expect(await order()).toBe('["",null]');
  await setDisabled(false);
  expect(await order()).toBe(`["","${session.id}"]`);
});
