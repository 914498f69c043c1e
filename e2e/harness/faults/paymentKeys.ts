import type { Page } from '@playwright/test';

/** The idempotency keys of the payments that a page asks for from now on, one for each time. */
export function paymentKeys(page: Page): readonly string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/payments')) return;
    keys.push(request.headers()['idempotency-key'] ?? 'none');
  });
  return keys;
}
