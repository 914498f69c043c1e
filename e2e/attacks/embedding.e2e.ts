import type { Frame } from '@playwright/test';
import { addFrame } from '../harness/attackers/addFrame.ts';
import { asked } from '../harness/browser/asked.ts';
import { forgeries } from '../harness/attackers/forgeries.ts';
import { handleOf, nonceOf } from '../harness/attackers/handleOf.ts';
import { overlayFrame } from '../harness/overlay.ts';
import { cards, payButton, payWith } from '../harness/payWith.ts';
import { serveHostileCheckout } from '../harness/attackers/serveHostileCheckout.ts';
import { expect, test } from '../harness/test.ts';

test('a site that is not allowed cannot embed the checkout, whatever origin it claims (threats 9 and 37)', async ({
  page,
  servers,
  session,
}) => {
  const shop = new URL(servers.site.url('shop')).origin;
  const evil = new URL(servers.site.url('evil')).origin;
  await page.goto(servers.site.url('evil', '/hostile'));
  for (const claimed of [evil, shop]) {
    const fragment = `#pk=1&n=${'a'.repeat(22)}&o=${encodeURIComponent(claimed)}`;
    const address = `${servers.pay}/embed/${handleOf(session.secure_token)}${fragment}`;
    const frame = await addFrame(page, address);
    await expect.poll(() => frame.url()).toBe('chrome-error://chromewebdata/');
  }
  expect(await page.evaluate(() => window.hostile.heard)).toEqual([]);
});

test('nobody can embed the complete checkout URL, not even the merchant (threat 37)', async ({
  page,
  servers,
  session,
}) => {
  for (const site of ['shop', 'evil']) {
    await page.goto(servers.site.url(site, '/blank'));
    const frame = await addFrame(page, session.url);
    await expect.poll(() => frame.url()).toBe('chrome-error://chromewebdata/');
  }
});

test('an unknown handle is a page nobody can embed, and tells nothing', async ({
  page,
  servers,
}) => {
  await page.goto(servers.site.url('shop', '/blank'));
  const frame = await addFrame(page, `${servers.pay}/embed/${handleOf('cst_nobody')}`);
  await expect.poll(() => frame.url()).toBe('chrome-error://chromewebdata/');
  const response = await page.request.get(`${servers.api}/embed/${handleOf('cst_nobody')}`);
  expect(response.status()).toBe(404);
  expect(response.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('the framed document holds nothing of the session but its allowed origins', async ({
  account,
  page,
  servers,
}) => {
  const session = await account.createSession({ customer_email: 'robin@alder.example' });
  const handle = handleOf(session.secure_token);
  const html = await (await page.request.get(`${servers.api}/embed/${handle}`)).text();
  expect(html).toContain(new URL(servers.site.url('shop')).origin);
  for (const secret of [
    session.secure_token,
    session.id,
    'robin@alder',
    '4900',
    'Premium',
    '49.00',
  ]) {
    expect(html).not.toContain(secret);
  }
});

test('a frame inside a frame hears nothing meant for its parent (threat 10)', async ({
  account,
  page,
  servers,
}) => {
  const middle = new URL(servers.site.url('other')).origin;
  const top = new URL(servers.site.url('evil')).origin;
  const session = await account.createSession({ allowed_origins: [middle, top] });
  await page.goto(servers.site.url('evil', '/hostile'));
  const nested = await addFrame(page, servers.site.url('other', '/hostile'));
  const fragment = `#pk=1&n=${'b'.repeat(22)}&o=${encodeURIComponent(middle)}`;
  await nested.evaluate(
    (src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    },
    `${servers.pay}/embed/${handleOf(session.secure_token)}${fragment}`,
  );
  await nested.waitForFunction(() => window.hostile.heard.length > 0, undefined, asked);
  expect(await page.evaluate(() => window.hostile.heard)).toEqual([]);
});

test('the fragment names an origin that is not allowed: the page says so and stops (threat 9)', async ({
  page,
  servers,
  session,
}) => {
  const other = new URL(servers.site.url('other')).origin;
  await page.goto(servers.site.url('shop', '/hostile'));
  const fragment = `#pk=1&n=${'c'.repeat(22)}&o=${encodeURIComponent(other)}`;
  const address = `${servers.pay}/embed/${handleOf(session.secure_token)}${fragment}`;
  const frame = await addFrame(page, address);
  await expect(frame.getByText('This page may not show this checkout')).toBeVisible();
  await expect(frame.getByText('Alder Press')).toHaveCount(0);
  await expect(payButton(page)).toHaveCount(0);
  expect(await page.evaluate(() => window.hostile.heard)).toEqual([]);
});

test('the bank page posts to its parent and to the top, and nobody believes it (threat 46)', async ({
  account,
  page,
  session,
  shop,
}) => {
  await shop.mount(session);
  const messages = forgeries(await nonceOf(shop.element())).filter((one) => one !== undefined);
  await page.route('**/checkout/challenge/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>for (const to of [parent, top]) for (const message of ${JSON.stringify(messages)})
        to.postMessage(message, '*');</script><p>Bank</p>`,
    }),
  );
  await payWith(shop.frame(), cards.challenge);
  await expect(shop.frame().locator('iframe').contentFrame().getByText('Bank')).toBeVisible();
  await shop.frame().getByRole('button', { name: 'Cancel and use another card' }).click();
  await shop.event('decline');
  const heard = await shop.events();
  expect(new Set(heard.map(({ type }) => type))).toEqual(
    new Set(['ready', 'resize', 'submit', 'processing', 'decline']),
  );
  expect(await shop.events('decline')).toHaveLength(1);
  expect(heard.map(({ height }) => height)).not.toContain(9_999);
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
});

/** In the page: elements under the names of what the SDK uses there. */
function clobber(): void {
  const { body } = document;
  const ofWindow = ['PaymentKit', 'crypto', 'fetch', 'performance', 'paymentkit', 'frame'];
  // The names of forms stand before the document's own.
  const ofDocument = ['body', 'documentElement', 'activeElement', 'visibilityState', 'defaultView'];
  for (const id of [...ofWindow, ...ofDocument, 'location', 'currentScript', 'title', 'head']) {
    body.append(Object.assign(document.createElement('form'), { id, name: id }));
  }
}

for (const way of ['mount', 'openOverlay', 'openPopup'] as const) {
  test(`a merchant page with clobbering ids and names still pays: ${way} (threat 42)`, async ({
    page,
    session,
    shop,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await shop.open();
    await page.evaluate(clobber);
    const opened = await shop[way](session);
    await payWith(opened ?? (way === 'mount' ? shop.frame() : overlayFrame(page)));
    expect(await shop.event('complete')).toMatchObject({ session: session.id });
    expect(errors).toEqual([]);
  });
}

/** Whether a document may ask for a payment and for a passkey, as Chromium tells it. */
const powersOf = (frame: Frame | undefined): Promise<unknown> | undefined =>
  frame?.evaluate(() => {
    const policy = Reflect.get(document, 'featurePolicy') as {
      allowsFeature(name: string): boolean;
    };
    return ['payment', 'publickey-credentials-get'].map((name) => policy.allowsFeature(name));
  });

test('a hosted page that is an attacker’s still cannot use payment powers of the shop (threat 48)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  await serveHostileCheckout(page);
  await shop.mount(session);
  const frame = shop.element();
  await expect(frame).toHaveAttribute('allow', new RegExp(`payment ${servers.pay}`));
  await expect(frame).toHaveAttribute('allow', /^(?!.*\*)/);
  const sandbox = (await frame.getAttribute('sandbox'))?.split(' ').sort();
  expect(sandbox).toEqual(['allow-forms', 'allow-popups', 'allow-same-origin', 'allow-scripts']);
  await expect(frame).toHaveAttribute('referrerpolicy', 'strict-origin');
  await expect(frame).not.toHaveAttribute('credentialless');
  await expect(frame).toHaveAttribute('title', /.+/);
  expect(await powersOf(page.frames()[1])).toEqual([true, true]);
  const address = servers.site.url('evil', '/hostile');
  await frame.evaluate((element: HTMLIFrameElement, src) => {
    element.src = src;
  }, address);
  await expect.poll(() => page.frames().at(-1)?.url()).toBe(address);
  expect(await powersOf(page.frames().at(-1))).toEqual([false, false]);
});
