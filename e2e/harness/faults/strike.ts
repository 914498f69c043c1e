import type { Page, Route } from '@playwright/test';

/** Strikes the hosted page's own requests and leaves those of the merchant page alone. */
export async function strike(
  page: Page,
  path: string,
  how: (route: Route) => Promise<void>,
): Promise<void> {
  await page.route(path, (route) =>
    route.request().headers()['origin']?.includes('//shop.') === true
      ? route.continue()
      : how(route),
  );
}

/** No answer at all. */
export const never = (): Promise<void> => new Promise<void>(() => undefined);
