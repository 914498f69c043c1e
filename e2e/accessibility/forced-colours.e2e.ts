import type { Locator } from '@playwright/test';
import { openState } from '../harness/hosted-states/openState.ts';
import { hostedState } from '../harness/hosted-states/hostedStates.ts';
import { payButton } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/** Computed styles of the first element that is found. */
const stylesOf = (found: Locator, ...names: readonly string[]): Promise<readonly string[]> =>
  found
    .first()
    .evaluate(
      (element, asked) => asked.map((name) => getComputedStyle(element).getPropertyValue(name)),
      names,
    );

test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

test('where the system sets the colours, boxes that load have edges', async ({
  account,
  page,
  shop,
}) => {
  await openState(hostedState('loading'), 'page', { account, page, shop });
  const [style, width] = await stylesOf(
    page.locator('[aria-busy] .field span'),
    ...['border-top-style', 'border-top-width'],
  );
  expect([style, width]).toEqual(['solid', '1px']);
});

test('where the system sets the colours, the primary button is filled, and a wait is seen to turn', async ({
  account,
  page,
  shop,
}) => {
  await openState(hostedState('ready'), 'page', { account, page, shop });
  const button = await stylesOf(payButton(page), 'background-color', 'color');
  const around = await stylesOf(page.locator('body'), 'color', 'background-color');
  expect(button).toEqual(around);
  await openState(hostedState('checking'), 'page', { account, page, shop });
  const [gap, ring] = await stylesOf(
    page.locator('.spin'),
    ...['border-inline-end-color', 'border-inline-start-color'],
  );
  expect(gap).toBe('rgba(0, 0, 0, 0)');
  expect(ring).not.toBe(gap);
});
