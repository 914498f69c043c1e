// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import { EndpointForm } from './EndpointForm.tsx';
import { EndpointsCard } from './EndpointsCard.tsx';

const endpoint = {
  id: 'we_1',
  url: 'https://shop.example/webhooks',
  secret: 'whsec_0123456789abcdef',
  events: ['*'],
  enabled: true,
};
const away = { status: 0, code: 'network', body: {}, retryAfter: undefined };
const removal = 'DELETE /accounts/acc_1/api/webhook-endpoints/we_1';

test('an endpoint is deleted once that was asked for twice, and never by a double click', async () => {
  let data = [endpoint];
  const { asked, draw, button, text } = accountFixture((request) => {
    if (request.startsWith('DELETE')) data = [];
    return answerFixture({ data });
  });
  draw(<EndpointsCard />);
  await eventually(() => {
    expect(text()).toContain(endpoint.url);
  });
  button('Delete').focus();
  button('Delete').click();
  await turn();
  expect(document.activeElement).toBe(button('Keep it'));
  button('Keep it').click();
  await turn();
  expect(asked).not.toContain(removal);
  button('Delete').click();
  await turn();
  button('Delete it').focus();
  button('Delete it').click();
  await eventually(() => {
    expect(text()).not.toContain(endpoint.url);
    // The row has gone, and the focus has not.
    expect(document.activeElement?.textContent).toBe('Deleted. It is told of nothing any more.');
  });
  expect(asked.filter((request) => request === removal)).toHaveLength(1);
});

test('an endpoint that could not be removed is still there, and that is said', async () => {
  const { asked, draw, button, text } = accountFixture((request) =>
    request.startsWith('GET') ? answerFixture({ data: [endpoint] }) : away,
  );
  draw(<EndpointsCard />);
  await eventually(() => {
    expect(text()).toContain(endpoint.url);
  });
  button('Delete').click();
  await turn();
  button('Delete it').click();
  await eventually(() => {
    expect(text()).toContain(
      'It is not known whether that was done. The mock server does not answer.',
    );
  });
  expect(asked).toContain(removal);
  expect(document.activeElement).toBe(button('Delete'));
});

test('an endpoint is told of something when asked for, and what that was leads to how it went', async () => {
  let answered = Promise.resolve();
  const { bodies, draw, button, text } = accountFixture((request) =>
    request === 'POST /accounts/acc_1/deliveries'
      ? answered.then(() => answerFixture({ event_id: 'evt_1', event_type: 'invoice.paid' }))
      : answerFixture({ data: [endpoint] }),
  );
  draw(<EndpointsCard />);
  await eventually(() => {
    expect(text()).toContain(endpoint.url);
  });
  button('Send a test event').click();
  button('Send a test event').click();
  await eventually(() => {
    expect(text()).toContain('Sent. How it was answered stands with invoice.paid.');
  });
  expect(bodies).toEqual([{ endpoint_id: 'we_1' }]);
  const link = document.querySelector('[role=status] a');
  expect(link?.getAttribute('href')).toBe('/dashboard/acc_1/events/evt_1');
  // The second time is seen and heard, too: the words go and come again.
  let answer = (): void => undefined;
  answered = new Promise((resolve) => {
    answer = resolve;
  });
  button('Send a test event').click();
  await eventually(() => {
    expect(text()).not.toContain('Sent.');
  });
  answer();
  await eventually(() => {
    expect(text()).toContain('Sent.');
  });
  expect(bodies).toHaveLength(2);
});

test('an endpoint that nothing has happened for hears of nothing, and it is said why', async () => {
  const detail = 'Nothing has happened yet that this endpoint is told of.';
  const { draw, button, text } = accountFixture((request) =>
    request.startsWith('GET')
      ? answerFixture({ data: [endpoint] })
      : { status: 409, code: 'nothing_to_tell', body: { detail }, retryAfter: undefined },
  );
  draw(<EndpointsCard />);
  await eventually(() => {
    expect(text()).toContain(endpoint.url);
  });
  button('Send a test event').click();
  await eventually(() => {
    expect(text()).toContain(`No test event was sent. ${detail}`);
  });
});

test('an endpoint that is switched off is not offered a test', async () => {
  const { draw, text } = accountFixture(() =>
    answerFixture({ data: [{ ...endpoint, enabled: false }] }),
  );
  draw(<EndpointsCard />);
  await eventually(() => {
    expect(text()).toContain('Disabled');
  });
  expect(text()).not.toContain('Send a test event');
});

test('the focus stays on the card when the form goes away with what it added', async () => {
  const { draw, button, text } = accountFixture((request) =>
    request.startsWith('GET') ? answerFixture({ data: [] }) : answerFixture(),
  );
  draw(<EndpointsCard />);
  button('Add endpoint').click();
  await turn();
  document.querySelector('form')?.requestSubmit();
  await eventually(() => {
    expect(text()).toContain('Added. Its signing secret is below.');
    expect(document.activeElement?.textContent).toBe('Added. Its signing secret is below.');
  });
});

test('an address that is refused is read out, as who pressed Enter is in its field already', async () => {
  const msg = 'Give an https URL, or an http URL on this machine';
  const errors = [{ loc: ['body', 'url'], msg }];
  const body = { detail: `url: ${msg}.`, errors };
  const refused = { status: 422, code: 'validation_failed', body, retryAfter: undefined };
  const { draw } = accountFixture(() => refused);
  draw(<EndpointForm onAdded={() => undefined} />);
  document.querySelector('form')?.requestSubmit();
  await eventually(() => {
    expect(document.querySelector('[role=alert]')?.textContent).toBe(msg);
  });
});
