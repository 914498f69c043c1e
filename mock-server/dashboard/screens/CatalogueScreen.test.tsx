// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { CatalogueScreen } from './CatalogueScreen.tsx';

const price = {
  ...{ id: 'price_1', product_id: 'prod_1', active: true, currency: 'usd' },
  ...{ unit_amount_atom: 2000, billing_interval: null, billing_interval_count: null },
};

test('a list that is longer than what is shown of it says so', async () => {
  const { draw, text } = accountFixture((request) =>
    request.includes('/prices')
      ? answerFixture({ data: [price], total: 600, has_more: true })
      : answerFixture({ data: [], total: 0, has_more: false }),
  );
  draw(<CatalogueScreen />);
  await eventually(() => {
    expect(text()).toContain('$20.00The newest 1 of 600. The API lists them all.');
  });
  expect(text().match(/The newest/g)).toHaveLength(1);
});
