import { hostedState } from '../harness/hosted-states/hostedStates.ts';
import { openState } from '../harness/hosted-states/openState.ts';
import { payButton } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('a button that can be pressed answers the pointer, and one that is at work does not', async ({
  account,
  page,
  shop,
}) => {
  await openState(hostedState('ready'), 'page', { account, page, shop });
  await payButton(page).hover();
  await expect(payButton(page)).not.toHaveCSS('box-shadow', 'none');
  await openState(hostedState('processing'), 'page', { account, page, shop });
  const working = page.getByRole('button', { name: /Processing/ });
  await working.hover({ force: true });
  await expect(working).toHaveCSS('box-shadow', 'none');
});
