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

test('what is looked for is found by its name and its price, and where nothing is, that is said', async () => {
  const yearly = { ...price, id: 'price_2', product_id: 'prod_2', unit_amount_atom: 9900 };
  const products = [
    { id: 'prod_1', name: 'Workshop' },
    { id: 'prod_2', name: 'Membership' },
  ];
  const { draw, text } = accountFixture((request) => {
    const data = request.includes('/prices')
      ? [price, yearly]
      : request.includes('/products')
        ? products
        : [];
    return answerFixture({ data, total: data.length, has_more: false });
  });
  draw(<CatalogueScreen />, '/catalogue?filter=member%20$99');
  await eventually(() => {
    expect(text()).toContain('Membership');
  });
  expect(text()).not.toContain('Workshop');
  draw(<CatalogueScreen />, '/catalogue?filter=nobody');
  await eventually(() => {
    expect(text()).toContain('Prices: none found');
  });
  draw(<CatalogueScreen />, '/catalogue?filter=price');
  await eventually(() => {
    const said = [...document.querySelectorAll('[role=status]')].map((line) => line.textContent);
    expect(said).toEqual(['Prices: 2 found', 'Coupons: none found']);
  });
  draw(<CatalogueScreen />, '/catalogue');
  await eventually(() => {
    expect(text()).toContain('No coupons yet.');
  });
});
