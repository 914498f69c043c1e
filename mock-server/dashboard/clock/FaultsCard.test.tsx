// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import type { Loaded } from '../useLoaded.ts';
import type { Fault } from '../api/Fault.ts';
import { FaultsCard } from './FaultsCard.tsx';

const none = (): void => undefined;
const fault: Fault = {
  ...{ id: 'fault_1', match: 'GET /api/checkout/session', status: 503, latency_ms: null },
  ...{ drop: null, times: 1, left: 1 },
};
const loaded: Loaded<{ readonly data: readonly Fault[] }> = {
  ...{ value: { data: [fault] }, trouble: undefined, stale: false, reload: none, refresh: none },
};

test('faults that could not be cleared are still there, and that is said', async () => {
  const away = { status: 0, code: 'network', body: {}, retryAfter: undefined };
  const { asked, draw, button, text } = accountFixture(() => away);
  draw(<FaultsCard loaded={loaded} />);
  button('Clear all').click();
  await eventually(() => {
    expect(text()).toContain(
      'It is not known whether that was done. The mock server does not answer.',
    );
  });
  expect(asked).toEqual(['DELETE /accounts/acc_1/faults']);
});

test('the focus stays on the card when its button goes away with the faults', async () => {
  const { draw, button } = accountFixture(() => answerFixture());
  draw(<FaultsCard loaded={loaded} />);
  button('Clear all').focus();
  button('Clear all').click();
  await turn();
  draw(<FaultsCard loaded={{ ...loaded, value: { data: [] } }} />);
  expect(document.activeElement?.textContent).toBe('None.');
});
