import type { Page } from '@playwright/test';

interface Reasons {
  readonly reasons: readonly { readonly reason: string }[];
  readonly children: readonly (Reasons | null)[];
}

/** Why the page was loaded once more, as the browser tells it; nothing when it is the one that was left. */
function whyAnew(): string[] | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  if (!entry || Reflect.get(entry, 'type') !== 'back_forward') return undefined;
  const collect = (node: Reasons | null | undefined): string[] => [
    ...(node?.reasons ?? []).map(({ reason }) => reason),
    ...(node?.children ?? []).flatMap(collect),
  ];
  return collect(Reflect.get(entry, 'notRestoredReasons') as Reasons | null);
}

/**
 * Comes Back to a page that `leave` has opened and left, and finds it as it was. On a busy machine the browser gives a
 * page with a frame up at times, for reasons that it tells nobody: then all of it is done again, twice at most. One that
 * a page gives is a failure at once.
 */
export async function comeBack(page: Page, leave: () => Promise<unknown>): Promise<void> {
  for (let left = 2; ; left -= 1) {
    await leave();
    await page.goBack({ waitUntil: 'commit' });
    const reasons = await page.evaluate(whyAnew);
    if (!reasons) return;
    if (left === 0 || reasons.some((reason) => reason !== 'masked')) {
      throw new Error(`The page is not the one that was left: ${reasons.join(', ')}`);
    }
  }
}
