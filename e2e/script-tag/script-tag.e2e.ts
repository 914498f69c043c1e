import { readFileSync } from 'node:fs';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const guide = read('../../docs/guides/script-tag.md');
/** The line that the guide gives for a click that comes before the script. */
const [, stub = ''] = /<script>\n(\s+addEventListener\('click'[^]*?)<\/script>/.exec(guide) ?? [];
/** The form that the guide gives, and what checks it. */
const [, form = '', check = ''] =
  /(<form id="order">[^]*?<\/form>)\n<script>([^]*?)<\/script>/.exec(guide) ?? [];

test('no click is lost before an async script is there: a link leads on, a button waits for it (4: 2, 44; fault 10)', async ({
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
  const open = async (): Promise<void> => {
    await page.goto(servers.site.url('shop', '/blank'));
    await page.evaluate(
      ([line, markup]) => {
        const run = (script: Partial<HTMLScriptElement>): void =>
          document.head.append(Object.assign(document.createElement('script'), script));
        run({ text: line });
        run({ src: '/paymentkit.global.js', async: true });
        document.body.setHTMLUnsafe(markup);
      },
      [
        stub,
        `<a href="${linked.url}" data-paymentkit-checkout>Pay by link</a>
        <a href="${linked.url}" data-paymentkit-checkout id="paymentKitClick"></a><i id="PaymentKit"></i>
        <div><template shadowrootmode="open">
          <button data-paymentkit-checkout="${pressed.secure_token}" data-paymentkit-host="${servers.pay}"><slot></slot></button>
        </template><b>Pay</b></div>`,
      ] as const,
    );
  };
  await open();
  await page.getByRole('link', { name: 'Pay by link' }).click();
  await page.waitForURL(linked.url);

  await open();
  await page.locator('b').click();
  const hasArrived = (): boolean => Object.hasOwn(window, 'PaymentKit');
  expect(await page.evaluate(hasArrived)).toBe(false);
  arrive();
  const overlay = page.locator('paymentkit-overlay');
  const frame = overlay.locator('iframe').contentFrame();
  await payWith(frame);
  await page.waitForURL(/\/success\?session_id=/);
  expect(await account.readSession(pressed.id)).toMatchObject({ state: 'completed' });

  // What only bears a name of the script's is no click, and no script that came before.
  await open();
  await page.waitForFunction(hasArrived);
  await expect(overlay).toHaveCount(0);
});

test('a form that the guide has checked starts nothing before what it requires is given', async ({
  page,
  servers,
  session,
}) => {
  await page.goto(servers.site.url('shop', '/blank'));
  await page.setContent(
    form.replace('"cst_…"', `"${session.secure_token}" data-paymentkit-host="${servers.pay}"`),
  );
  await page.addScriptTag({ content: check });
  await page.addScriptTag({ content: read('../../dist/paymentkit.global.js') });
  const frame = page.locator('paymentkit-overlay iframe');
  const terms = page.getByRole('checkbox');
  await page.getByRole('button', { name: 'Pay now' }).click();
  await expect(terms).toBeFocused();
  await expect(frame).toHaveCount(0);
  await terms.check();
  await page.getByRole('button', { name: 'Pay now' }).click();
  await payWith(frame.contentFrame());
  await page.waitForURL(/\/success\?session_id=/);
});
