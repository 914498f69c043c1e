import { optionsFor } from '../harness/optionsFor.ts';
import { expect, test } from '../harness/test.ts';

/** What a page of this policy is told to change, by the checks that failed. */
for (const [policy, failed] of [
  ['strict', []],
  ['no-frames', ['frame_src', 'frame']],
  ['no-connect', ['api', 'connect_src']],
  ['coep', ['isolation', 'frame']],
] as const) {
  test(`a diagnosis names what a page with the policy "${policy}" must change`, async ({
    page,
    session,
    shop,
  }) => {
    await shop.open(policy);
    // As in the console. A script element would be refused by the strict policy.
    await page.evaluate("import('/assets/diagnose.js').then(() => undefined)");
    const found = await page.evaluate(
      (options) => window.diagnoseCheckout({ ...options, timeoutMs: 15_000 }),
      optionsFor(session),
    );
    expect(found.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(failed);
    expect(JSON.stringify(found)).not.toContain(session.secure_token);
    await expect(page.locator('iframe')).toHaveCount(0);
  });
}
