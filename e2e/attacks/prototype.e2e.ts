import type { Page } from '@playwright/test';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** What a script of the page that merges a stranger's object too deeply leaves on every object of the page. */
const pollute = (page: Page, evil: string): Promise<void> =>
  page.evaluate((host) => {
    const access = { host, token: 'cst_evil' };
    const session = { id: 'cs_evil', state: 'completed', success_url: host, return_url: host };
    const url = `${host}/checkout/cst_evil`;
    Object.assign(Object.prototype, { ...access, ...session, access, session, url });
    Object.assign(Object.prototype, { secureToken: 'cst_evil', completion: { endpoint: host } });
    Object.assign(Object.prototype, { outcome: 'completed', origin: host, hint: 'completed' });
  }, evil);

test('a polluted Object.prototype sends neither token nor shopper elsewhere (threat 17)', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const evil = new URL(servers.site.url('evil')).origin;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await shop.open();
  await pollute(page, evil);
  await shop.mount(session);
  await payWith(shop.frame());
  expect(await shop.event('complete')).toMatchObject({ session: session.id, verified: 'api' });
  expect(asked.filter((url) => url.startsWith(evil))).toEqual([]);
});
