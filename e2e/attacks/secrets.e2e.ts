import type { Page } from '@playwright/test';
import { optionsFor } from '../harness/optionsFor.ts';
import { cards, payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { expect, test } from '../harness/test.ts';

interface Trace {
  readonly console: string[];
  readonly requests: string[];
  readonly referers: string[];
}

function follow(page: Page): Trace {
  const trace: Trace = { console: [], requests: [], referers: [] };
  page.on('console', (message) => {
    // The browser itself reports a declined payment (402) as a resource that failed.
    if (!message.text().startsWith('Failed to load resource')) trace.console.push(message.text());
  });
  page.on('pageerror', (error) => trace.console.push(String(error.stack)));
  page.on('request', (request) => {
    trace.requests.push(request.url());
    trace.referers.push(request.headers()['referer'] ?? '');
  });
  return trace;
}

/** Everything a script on the merchant page can read without holding the token itself. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify({
      html: document.documentElement.outerHTML,
      entries: performance.getEntries().map((entry) => entry.toJSON() as unknown),
      storage: [Object.entries(localStorage), Object.entries(sessionStorage)],
      cookies: document.cookie,
      history: history.state as unknown,
      location: location.href,
      seen: window.shop.seen,
    }),
  );

test('inline, the token is in no address, entry, markup, storage, log or referrer (threats 26, 27, 28, 29, 30)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const trace = follow(page);
  await shop.show(session);
  expect(await readable(page)).toContain('/embed/');
  await payWith(shop.frame(), cards.declined);
  await shop.event('decline');
  await payWith(shop.frame());
  await shop.event('complete');
  const { secure_token: token } = session;
  expect(await readable(page)).not.toContain(token);
  expect(page.frames().map((frame) => frame.url())).not.toContainEqual(
    expect.stringContaining(token),
  );
  for (const [name, texts] of Object.entries<readonly string[]>({ ...trace })) {
    expect(texts.join('\n'), name).not.toContain(token);
  }
  expect(trace.requests.length).toBeGreaterThan(3);
  // In test mode the hosted page says so, once, with the session's id: nothing else is written.
  expect(trace.console).toEqual([expect.stringContaining(session.id)]);
  const storage = await page.context().storageState();
  expect(JSON.stringify(storage)).not.toContain(token);
  expect(servers.site.completions.map(({ body }) => body).join()).not.toContain(token);
});

test('the hosted page uses no storage and no cookie (fault 17; threat 49)', async ({
  context,
  session,
  shop,
}) => {
  await shop.mount(session);
  await payWith(shop.frame());
  await shop.event('complete');
  expect(await context.cookies()).toEqual([]);
  const kept = await shop
    .frame()
    .locator('html')
    .evaluate(() => {
      try {
        return localStorage.length + sessionStorage.length;
      } catch {
        return 0;
      }
    });
  expect(kept).toBe(0);
});

test('no error says the token, in any of its forms (threat 30)', async ({
  page,
  session,
  shop,
}) => {
  await shop.open();
  const said = await page.evaluate(async ({ secureToken, host }) => {
    const kit = window.shop.PaymentKit;
    const errors: unknown[] = [];
    const attempt = async (run: () => unknown): Promise<void> => {
      try {
        await run();
      } catch (error) {
        errors.push(error);
      }
    };
    await attempt(() => kit.mountCheckout('#nowhere', { secureToken, host }));
    await attempt(() => kit.mountCheckout('#checkout', { secureToken, host: 'ftp://pay' }));
    await attempt(() => kit.mountCheckout('#checkout', { secureToken: `sk_${secureToken}`, host }));
    await attempt(() => kit.checkoutUrl(`pk_${secureToken}`, { host }));
    await attempt(() => kit.retrieveSession(secureToken.slice(0, -2), { host }));
    await attempt(() => kit.retrieveSession(secureToken, { host: 'http://pay.localhost:9' }));
    return errors.map((error) => {
      const { message, stack, code, docUrl, cause } = error as Error & Record<string, unknown>;
      return JSON.stringify([error, message, stack, code, docUrl, String(cause)]);
    });
  }, optionsFor(session));
  expect(said).toHaveLength(6);
  for (const text of said) expect(text).not.toContain(session.secure_token.slice(4, 24));
});

test('the redirect leaves the token in one record of this tab, and its referrer is no address (threats 27 and 29)', async ({
  page,
  session,
  shop,
}) => {
  const trace = follow(page);
  await shop.open();
  await page.evaluate(
    (options) => void window.shop.PaymentKit.redirectToCheckout(options),
    optionsFor(session),
  );
  await payWith(page);
  await continueToShop(page);
  await page.waitForURL(/\/success/);
  expect(trace.referers.join('\n')).not.toContain(session.secure_token);
  expect(trace.console.join('\n')).not.toContain(session.secure_token);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(page.url()).not.toContain(session.secure_token);
});
