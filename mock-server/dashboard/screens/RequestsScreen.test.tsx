// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { RequestsScreen } from './RequestsScreen.tsx';

const entry = (id: string, path: string) => ({
  id,
  at: '2026-11-22T12:00:00.000Z',
  method: 'POST',
  path,
  status: 201,
  duration_ms: 1,
  source: 'api',
});

test('every word is looked for by itself, and where nothing is found no table stands over nothing', async () => {
  const refused = { ...entry('req_2', '/api/acc_1/prices'), status: 422 };
  const data = [entry('req_1', '/api/acc_1/prices'), refused];
  const { draw, text } = accountFixture(() => answerFixture({ data }));
  draw(<RequestsScreen />, '/requests?filter=POST%20422');
  await eventually(() => {
    expect(text()).toContain('1 found');
  });
  expect(document.querySelectorAll('tbody tr')).toHaveLength(1);
  draw(<RequestsScreen />, '/requests?filter=oak');
  await eventually(() => {
    expect(document.querySelector('[role=status]')?.textContent).toBe('None found');
  });
  expect(document.querySelector('table')).toBeNull();
});

test('the address decides what is shown, also when it changes while the log is open', async () => {
  const data = [entry('req_1', '/api/acc_1/customers'), entry('req_2', '/api/acc_1/prices')];
  const { draw, text } = accountFixture(() => answerFixture({ data }));
  draw(<RequestsScreen />, '/requests?filter=req_1');
  await eventually(() => {
    expect(text()).toContain('1 found');
  });
  expect(text()).toContain('POST /customers');
  expect(text()).not.toContain('POST /prices');
  draw(<RequestsScreen />, '/requests');
  await eventually(() => {
    expect(text()).toContain('2 requests');
  });
});
