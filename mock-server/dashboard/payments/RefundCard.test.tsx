// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { turn } from '../fixtures/turn.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { RefundCard } from './RefundCard.tsx';

const payment: PaymentIntent = {
  id: 'pi_1',
  checkout_session_id: 'cs_1',
  status: 'succeeded',
  amount_atom: 4900,
  refunded_amount_atom: 900,
  currency: 'usd',
  customer_id: null,
  payment_method_id: null,
  invoice_id: null,
  card: { brand: 'visa', last4: '4242' },
  decline_code: null,
  attempts: [],
  created_at: '2026-11-22T12:00:00.000Z',
};
const late = {
  status: 409,
  code: 'already_refunded',
  body: { detail: 'It was refunded.' },
  retryAfter: undefined,
};
const posts = (asked: readonly string[]): number =>
  asked.filter((request) => request.startsWith('POST')).length;

test('a double click gives the rest back once, and says nothing of coming too late', async () => {
  let refunds = 0;
  const { asked, draw, button, text } = accountFixture((request) => {
    if (request.startsWith('GET')) return answerFixture({ data: [] });
    refunds += 1;
    return refunds === 1 ? answerFixture() : late;
  });
  draw(<RefundCard payment={payment} />);
  button('Refund $40.00').focus();
  button('Refund $40.00').click();
  button('Refund $40.00').click();
  await eventually(() => {
    expect(posts(asked)).toBe(1);
  });
  // The answer is there; what is shown is not yet read again.
  await turn();
  button('Refund').click();
  await turn();
  expect(posts(asked)).toBe(1);
  expect(text()).not.toContain('Nothing was refunded.');
  draw(<RefundCard payment={{ ...payment, refunded_amount_atom: 4900 }} />);
  await eventually(() => {
    expect(text()).toContain('All of it was given back.');
    // The button has gone, and the focus has not.
    expect(document.activeElement?.textContent).toBe('All of it was given back.');
  });
});

/** Types an amount, as a person would. */
const type = async (amount: string): Promise<void> => {
  const field = document.querySelector('input');
  if (!field) throw new Error('There is no field.');
  field.value = amount;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await turn();
};
const submit = (): void => document.querySelector('form')?.requestSubmit();

test('a part is given back, and a double click does not give back the rest', async () => {
  const { asked, draw, bodies, text } = accountFixture((request) =>
    answerFixture(request.startsWith('GET') ? { data: [] } : {}),
  );
  draw(<RefundCard payment={payment} />);
  await type('12.5');
  expect(text()).toContain('Refund $12.50');
  submit();
  await eventually(() => {
    expect(text()).toContain('Refunded $12.50.');
  });
  expect(bodies).toEqual([{ payment_intent_id: 'pi_1', amount_atom: 1250 }]);
  draw(<RefundCard payment={{ ...payment, refunded_amount_atom: 2150 }} />);
  submit();
  await turn();
  expect(posts(asked)).toBe(1);
  expect(text()).toContain('Enter an amount from 0.01 to 27.50.');
});

test.each([
  ['usd', '40.01', '0.01 to 40.00'],
  ['usd', '0', '0.01 to 40.00'],
  ['usd', '12.345', '0.01 to 40.00'],
  ['usd', '12,50', '0.01 to 40.00'],
  ['jpy', '12.5', '1 to 4000'],
  ['kwd', '4.001', '0.001 to 4.000'],
])('in %s, %s is not sent', async (currency, amount, limits) => {
  const { asked, draw } = accountFixture(() => answerFixture({ data: [] }));
  draw(<RefundCard payment={{ ...payment, currency }} />);
  await type(amount);
  submit();
  await turn();
  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    `Enter an amount from ${limits}.`,
  );
  expect(document.activeElement).toBe(document.querySelector('input[aria-invalid]'));
  expect(posts(asked)).toBe(0);
});

test.each([
  [0, 'network'],
  [502, 'bad_gateway'],
  [413, 'api_error'],
  [409, 'idempotency_in_progress'],
])('a refund that %i, %s, says nothing of is tried again as the same one', async (status, code) => {
  const away = { status, code, body: {}, retryAfter: undefined };
  const { draw, keys, text } = accountFixture((request) =>
    request.startsWith('GET') ? answerFixture({ data: [] }) : away,
  );
  draw(<RefundCard payment={payment} />);
  for (const amount of ['12.50', '12.50', '20']) {
    await type(amount);
    submit();
    await turn();
    expect(text()).toContain('It is not known whether that was done.');
    expect(text()).not.toContain('Nothing was refunded.');
  }
  const [first, second, other] = keys;
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
});

test('a refund that was made, though nobody said so, is not asked for with what is left', async () => {
  const away = { status: 0, code: 'network', body: {}, retryAfter: undefined };
  const { asked, draw, text } = accountFixture((request) =>
    request.startsWith('GET') ? answerFixture({ data: [] }) : away,
  );
  draw(<RefundCard payment={payment} />);
  await type('12.50');
  submit();
  await turn();
  draw(<RefundCard payment={{ ...payment, refunded_amount_atom: 2150 }} />);
  expect(text()).not.toContain('It is not known');
  submit();
  await turn();
  expect(posts(asked)).toBe(1);
  expect(text()).toContain('Enter an amount from 0.01 to 27.50.');
});

test('a refund that was refused may be tried again', async () => {
  const { asked, draw, button, keys, text } = accountFixture((request) =>
    request.startsWith('GET') ? answerFixture({ data: [] }) : late,
  );
  draw(<RefundCard payment={payment} />);
  button('Refund').click();
  await eventually(() => {
    expect(text()).toContain('Nothing was refunded. It was refunded.');
  });
  button('Refund').click();
  expect(posts(asked)).toBe(2);
  expect(new Set(keys).size).toBe(2);
});
