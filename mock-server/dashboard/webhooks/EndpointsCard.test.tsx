// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { EndpointsCard } from './EndpointsCard.tsx';

const endpoint = {
  id: 'we_1',
  url: 'https://shop.example/webhooks',
  secret: 'whsec_0123456789abcdef',
  events: ['*'],
  enabled: true,
};
const away = { status: 0, code: 'network', body: {}, retryAfter: undefined };
const remove = (): HTMLButtonElement | null =>
  document.querySelector(`[aria-label="Delete ${endpoint.url}"]`);

test('an endpoint that could not be removed is still there, and that is said', async () => {
  const { asked, draw, text } = accountFixture((request) =>
    request.startsWith('GET') ? answerFixture({ data: [endpoint] }) : away,
  );
  draw(<EndpointsCard />);
  await eventually(() => {
    expect(remove()).not.toBeNull();
  });
  remove()?.click();
  await eventually(() => {
    expect(text()).toContain('The endpoint was not removed. The mock server does not answer.');
  });
  expect(asked).toContain('DELETE /accounts/acc_1/api/webhook-endpoints/we_1');
  expect(remove()).not.toBeNull();
});
