import type { Page, Request, Route } from '@playwright/test';

/**
 * Keeps payments on their way until the first `arrive`s at the server, whatever has become of the page that `sent` it. The
 * page itself learns that it was lost: a request that is only held goes on when its frame goes.
 */
export async function holdPayment(
  page: Page,
): Promise<{ sent: Promise<unknown>; arrive: () => Promise<void> }> {
  const address = '**/session/payments';
  let first: Request | undefined;
  const hold = (route: Route): Promise<void> => {
    first ??= route.request();
    return route.abort('connectionreset');
  };
  await page.route(address, hold);
  return {
    sent: page.waitForRequest(address),
    async arrive() {
      await page.unroute(address, hold);
      if (!first) throw new Error('No payment has been sent.');
      // Node does not resolve `*.localhost`.
      const url = new URL(first.url());
      const headers = { ...first.headers(), host: url.host };
      url.hostname = '127.0.0.1';
      await page.request.post(url.href, { headers, data: first.postData() ?? '' });
    },
  };
}
