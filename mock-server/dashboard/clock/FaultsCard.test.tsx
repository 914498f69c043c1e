// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import type { Loaded } from '../useLoaded.ts';
import { effectOfFault, type Fault } from '../api/Fault.ts';
import { FaultsCard } from './FaultsCard.tsx';

const none = (): void => undefined;
const fault: Fault = {
  ...{ id: 'fault_1', match: 'GET /api/checkout/session', status: 503, latency_ms: null },
  ...{ drop: null, times: 1, left: 1 },
};
const loaded: Loaded<{ readonly data: readonly Fault[] }> = {
  ...{ value: { data: [fault] }, trouble: undefined, stale: false, reload: none, refresh: none },
};

test('a fault says how often it is still to come, and that it was used up', () => {
  const { draw, text } = accountFixture(() => answerFixture());
  const both = [
    { ...fault, times: 3, left: 2 },
    { ...fault, id: 'fault_2', left: 0 },
  ];
  draw(<FaultsCard loaded={{ ...loaded, value: { data: both } }} />);
  expect(text()).toContain('503 · 2 of 3 left');
  expect(text()).toContain('503 · used up');
});

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

test('one fault is removed by itself, and the focus stays with the others', async () => {
  const { asked, draw } = accountFixture(() => answerFixture());
  const other: Fault = { ...fault, id: 'fault_2', match: 'GET /customers/*' };
  draw(<FaultsCard loaded={{ ...loaded, value: { data: [fault, other] } }} />);
  const name = 'Remove the fault on GET /customers/*';
  const remove = document.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`);
  remove?.focus();
  remove?.click();
  await turn();
  draw(<FaultsCard loaded={loaded} />);
  expect(asked).toEqual(['DELETE /accounts/acc_1/faults/fault_2']);
  expect(document.activeElement?.textContent).toBe('GET /api/checkout/session503 · 1 of 1 left');
});

test('that a fault was not removed is said', async () => {
  const body = { detail: 'The store is full.' };
  const refused = { status: 400, code: 'invalid_request', body, retryAfter: undefined };
  const { draw, text } = accountFixture(() => refused);
  draw(<FaultsCard loaded={loaded} />);
  document.querySelector<HTMLButtonElement>('li button')?.click();
  await eventually(() => {
    expect(text()).toContain('The fault was not removed. The store is full.');
  });
});

test('a fault that is another window has removed already is no trouble', async () => {
  const body = { detail: 'There is no such fault here.' };
  const gone = { status: 404, code: 'not_found', body, retryAfter: undefined };
  const { draw, text } = accountFixture(() => gone);
  const refresh = vi.fn();
  draw(<FaultsCard loaded={{ ...loaded, refresh }} />);
  document.querySelector<HTMLButtonElement>('li button')?.click();
  await eventually(() => {
    expect(refresh).toHaveBeenCalledOnce();
  });
  await turn();
  expect(text()).not.toContain('was not removed');
});

test('the second press of a double one does not take the fault that has moved up', () => {
  const { asked, draw } = accountFixture(() => answerFixture());
  draw(<FaultsCard loaded={loaded} />);
  const press = (detail: number): void => {
    const click = new MouseEvent('click', { bubbles: true, detail });
    document.querySelector('li button')?.dispatchEvent(click);
  };
  press(2);
  expect(asked).toEqual([]);
  press(1);
  expect(asked).toEqual(['DELETE /accounts/acc_1/faults/fault_1']);
});

test.each([
  [{ status: 503, latency_ms: 3000 }, '503, after 3 s'],
  [{ latency_ms: 2500 }, 'after 2,500 ms'],
  [{ latency_ms: 80 }, 'after 80 ms'],
  [{ drop: 'after_commit' as const }, 'Dropped after it was saved'],
])('what %j does is told as "%s"', (effect, words) => {
  expect(effectOfFault({ ...fault, status: null, ...effect })).toBe(words);
});
