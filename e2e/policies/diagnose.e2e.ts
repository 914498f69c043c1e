import { expect, test } from '../harness/test.ts';

/** What a page of this policy is told to change, by the checks that failed. */
for (const [policy, failed] of [
  ['strict', []],
  ['no-frames', ['frame_src', 'frame']],
  ['no-connect', ['api', 'connect_src']],
  ['coep', ['isolation', 'frame']],
] as const) {
  test(`a diagnosis names what a page with the policy "${policy}" must change`, async ({
    account,
    page,
    servers,
    shop,
  }) => {
    const { secure_token: secureToken } = await account.createSession();
    await shop.open(policy);
    // As in the console. A script element would be refused by the strict policy.
    await page.evaluate("import('/assets/diagnose.js').then(() => undefined)");
    const found = await page.evaluate(
      ([token, host]) => window.diagnoseCheckout({ secureToken: token, host, timeoutMs: 15_000 }),
      [secureToken, servers.pay] as const,
    );
    expect(found.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(failed);
    expect(JSON.stringify(found)).not.toContain(secureToken);
    await expect(page.locator('iframe')).toHaveCount(0);
  });
}
