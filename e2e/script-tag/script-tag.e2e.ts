import { readFileSync } from 'node:fs';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
/** The line that the guide gives for a click that comes before the script. */
const [, stub = ''] =
  /<script>\n(\s+addEventListener\('click'[^]*?)<\/script>/.exec(
    read('../../docs/guides/script-tag.md'),
  ) ?? [];

test('no click is lost before an async script is there: a link leads on, a button waits for it (4: 2, 44)', async ({
  account,
  page,
  servers,
}) => {
  const [linked, pressed] = [await account.createSession(), await account.createSession()];
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/paymentkit.global.js', async (route) => {
    await held;
    const body = read('../../dist/paymentkit.global.js');
    await route.fulfill({ contentType: 'text/javascript', body }).catch(() => undefined);
  });
  const link = `${servers.pay}/checkout/${linked.secure_token}`;
  const open = async (): Promise<void> => {
    await page.goto(servers.site.url('shop', '/blank'));
    await page.evaluate(
      ([line, markup]) => {
        const run = (script: Partial<HTMLScriptElement>): void =>
          document.head.append(Object.assign(document.createElement('script'), script));
        run({ text: line });
        run({ src: '/paymentkit.global.js', async: true });
        document.body.innerHTML = markup;
      },
      [
        stub,
        `<a href="${link}" data-paymentkit-checkout>Pay by link</a>
        <button data-paymentkit-checkout="${pressed.secure_token}" data-paymentkit-host="${servers.pay}">Pay</button>`,
      ] as const,
    );
  };
  await open();
  await page.getByRole('link', { name: 'Pay by link' }).click();
  await page.waitForURL(link);

  await open();
  await page.getByRole('button', { name: 'Pay' }).click();
  expect(await page.evaluate(() => 'PaymentKit' in window)).toBe(false);
  arrive();
  const frame = page.locator('paymentkit-overlay iframe').contentFrame();
  await payWith(frame);
  await page.waitForURL(/\/success\?session_id=/);
  expect(await account.readSession(pressed.id)).toMatchObject({ state: 'completed' });
});
