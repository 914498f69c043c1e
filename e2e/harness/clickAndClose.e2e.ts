import { clickAndClose } from './clickAndClose.ts';
import { expect, test } from './test.ts';

test('a click whose window goes before it is answered has been made, and one that finds no button has not', async ({
  page,
}) => {
  const button = page.locator('button');
  page.setDefaultTimeout(200);
  await expect(clickAndClose(button)).rejects.toThrow(/Timeout/);
  const unanswered = Object.assign(page.locator('body'), {
    click: () => {
      void page.close();
      return Promise.reject(new Error('Target page, context or browser has been closed'));
    },
  });
  await clickAndClose(unanswered);
  expect(page.isClosed()).toBe(true);
});
