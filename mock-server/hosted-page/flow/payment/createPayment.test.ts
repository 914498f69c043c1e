// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flowFixture, replyFixture, type Script } from '../../fixtures/flowFixture.ts';
import { lineFixture, save20Fixture, sessionFixture } from '../../fixtures/sessionFixture.ts';
import { createPayment } from './createPayment.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const open = sessionFixture();
const paid = sessionFixture({ state: 'completed' });
const attempt = (status: string, more: Record<string, unknown> = {}) =>
  replyFixture(200, { payment_intent_id: 'pi_1', status, session: paid, ...more });
const challenge = attempt('requires_action', {
  next_action: { type: 'three_d_secure', url: 'http://127.0.0.1/checkout/challenge/x' },
  session: open,
});
const declined = (code: string) =>
  replyFixture(402, { code: 'card_declined', decline_code: code, session: open });

const noCode = (): void => {
  throw new Error('No code was typed.');
};

/** Presses Pay, and lets an hour pass. */
const pay = async (script: Script, wait = 3_600_000) => {
  const fixture = flowFixture(script);
  const payment = createPayment(fixture.flow, noCode);
  fixture.flow.store.enter({ name: 'paying' });
  payment.start();
  await vi.advanceTimersByTimeAsync(wait);
  return { ...fixture, payment };
};
const types = (sent: readonly { t: string }[]): string[] => sent.map((message) => message.t);

test('a payment that goes through completes the page and keeps nothing of the card', async () => {
  const { state, sent, calls } = await pay({ pay: [attempt('completed')] });
  expect(state().phase).toEqual({
    name: 'completed',
    paidWith: { brand: 'Visa', last4: '4242' },
    insteadOf: undefined,
  });
  expect(Object.values(state().values).join('')).toBe('');
  expect(types(sent)).toEqual(['h:submit', 'h:processing', 'h:completed']);
  expect(calls.map(([name]) => name)).toEqual(['pay']);
});

test('an answer that is lost is asked for again, with the same body and the same key', async () => {
  const busy = replyFixture(409, { code: 'idempotency_in_progress' }, 1000);
  const { calls, state, sent } = await pay({
    pay: [replyFixture(0), busy, replyFixture(503), busy, attempt('completed')],
  });
  expect(new Set(calls.map((call) => call.join('|'))).size).toBe(1);
  expect(calls).toHaveLength(5);
  expect(state().phase.name).toBe('completed');
  expect(types(sent).filter((type) => type === 'h:completed')).toHaveLength(1);
});

test('a page of somebody in between says nothing about the payment', async () => {
  const portal = replyFixture(403, {});
  const { calls, state } = await pay({ pay: [replyFixture(0), portal, attempt('completed')] });
  expect(new Set(calls.map((call) => call.join('|'))).size).toBe(1);
  expect(state().phase.name).toBe('completed');
});

test('while the answer is lost the page says that it is checking, and in the end that it does not know', async () => {
  const early = await pay({ pay: [replyFixture(0)] }, 5000);
  expect(early.state().phase).toEqual({ name: 'checking', gaveUp: false });
  const late = await pay({ pay: [replyFixture(0)] });
  expect(late.state().phase).toEqual({ name: 'checking', gaveUp: true });
  expect(types(late.sent)).not.toContain('h:declined');
});

test('checking again sends the same request once more', async () => {
  const lost = Array.from({ length: 12 }, () => replyFixture(0));
  const { payment, calls, state } = await pay({ pay: [...lost, attempt('completed')] });
  payment.checkAgain();
  await vi.advanceTimersByTimeAsync(1000);
  expect(state().phase.name).toBe('completed');
  expect(new Set(calls.map((call) => call.join('|'))).size).toBe(1);
});

test('each press has a key of its own', async () => {
  const { flow, payment, calls } = await pay({ pay: [declined('generic_decline')] });
  flow.store.set({ values: { ...flow.store.get().values, securityCode: '424' } });
  flow.store.enter({ name: 'paying' });
  payment.start();
  await vi.advanceTimersByTimeAsync(1000);
  const keys = calls.map(([, , key]) => key);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(2);
});

test('a wrong form sends nothing and focuses the first wrong field', async () => {
  const fixture = flowFixture({});
  fixture.flow.store.set({ values: { ...fixture.state().values, expiry: '', securityCode: '' } });
  fixture.flow.store.enter({ name: 'paying' });
  createPayment(fixture.flow, noCode).start();
  await vi.advanceTimersByTimeAsync(0);
  expect(fixture.calls).toEqual([]);
  expect(fixture.sent).toEqual([]);
  expect(fixture.state()).toMatchObject({ phase: { name: 'form' }, focus: { id: 'expiry' } });
});

test('a decline gives the form back with everything but the security code', async () => {
  const { state, sent } = await pay({ pay: [declined('insufficient_funds')] });
  expect(state().phase.name).toBe('form');
  expect(state().values).toMatchObject({ number: '4242 4242 4242 4242', securityCode: '' });
  expect(state().note).toMatchObject({ sentences: ['noFunds', 'notCharged'] });
  expect(sent.at(-1)).toEqual({
    t: 'h:declined',
    reason: 'declined',
    decline_code: 'insufficient_funds',
  });
});

test('a challenge is followed every second until the bank has an answer', async () => {
  const { calls, state, sent } = await pay({
    pay: [challenge],
    readPayment: [challenge, challenge, attempt('completed')],
  });
  expect(calls.map(([name]) => name)).toEqual(['pay', 'readPayment', 'readPayment', 'readPayment']);
  expect(state().phase.name).toBe('completed');
  expect(sent).toContainEqual({ t: 'h:processing', step: 'three_d_secure' });
});

test('a challenge the bank refused is a failed authentication', async () => {
  const refused = attempt('declined', { decline_code: 'authentication_failed', session: open });
  const { state, sent } = await pay({ pay: [challenge], readPayment: [refused] });
  expect(state().note).toMatchObject({ title: 'notConfirmed' });
  expect(sent.at(-1)).toMatchObject({ t: 'h:declined', reason: 'authentication_failed' });
});

test('a challenge given up empties the card and says so to the merchant’s page', async () => {
  const abandoned = attempt('declined', {
    decline_code: 'authentication_abandoned',
    session: open,
  });
  const { payment, state, sent, calls } = await pay(
    { pay: [challenge], readPayment: [challenge], cancelPayment: [abandoned] },
    500,
  );
  payment.cancelChallenge();
  payment.cancelChallenge();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls.filter(([name]) => name === 'cancelPayment')).toHaveLength(1);
  expect(state()).toMatchObject({ phase: { name: 'form' }, focus: { id: 'number' } });
  expect(state().values).toMatchObject({ email: 'robin@alder.example', number: '' });
  expect(sent.filter(({ t }) => t === 'h:declined')).toEqual([
    { t: 'h:declined', reason: 'authentication_abandoned' },
  ]);
});

test('the follower of a declined attempt does not speak for the next one', async () => {
  const { flow, payment, state } = await pay(
    { pay: [declined('generic_decline'), challenge], readPayment: [challenge] },
    0,
  );
  flow.store.set({ values: { ...state().values, securityCode: '424' } });
  flow.store.enter({ name: 'paying' });
  payment.start();
  await vi.advanceTimersByTimeAsync(5000);
  expect(state().phase.name).toBe('challenge');
});

test('a payment the bank takes its time over is pending, and completes by itself', async () => {
  const { state, sent } = await pay({
    pay: [attempt('processing', { session: open })],
    readPayment: [attempt('processing', { session: open }), attempt('completed')],
  });
  expect(sent).toContainEqual({ t: 'h:processing', step: 'confirmation' });
  expect(state().phase.name).toBe('completed');
});

test.each([
  ['session_expired', 410, 'expired', 'h:expired'],
  ['session_completed', 409, 'done', 'h:completed'],
  ['token_rejected', 401, 'failed', 'h:error'],
])('%s ends as %s', async (code, status, phase, message) => {
  const { state, sent } = await pay({
    pay: [replyFixture(status, { code })],
    readSession: [replyFixture(200, { ...paid })],
  });
  expect(state().phase.name).toBe(phase);
  expect(sent.at(-1)?.t).toBe(message);
});

test('a changed total is said with both amounts, and nothing was tried', async () => {
  const changed = sessionFixture({ amount_total_atom: 6800 });
  const { state, sent } = await pay({
    pay: [replyFixture(409, { code: 'amount_changed', session: changed })],
  });
  expect(state()).toMatchObject({
    phase: { name: 'form' },
    note: { kind: 'changed', from: 4900, to: 6800 },
    session: { amount_total_atom: 6800 },
  });
  expect(types(sent).slice(-2)).toEqual(['h:declined', 'h:change']);
});

test('a code that others used up is told with the change', async () => {
  const changed = sessionFixture({ amount_total_atom: 6800, discount: null });
  const refusal = { code: 'amount_changed', reason: 'exhausted', session: changed };
  const { flow, state } = flowFixture({ pay: [replyFixture(409, refusal)] });
  flow.store.set({ session: sessionFixture({ discount: save20Fixture.discount }) });
  const payment = createPayment(flow, noCode);
  flow.store.enter({ name: 'paying' });
  payment.start();
  await vi.advanceTimersByTimeAsync(1000);
  expect(state().note).toEqual({ kind: 'changed', from: 4900, to: 6800, why: 'codeUsedUp' });
});

const dearer = sessionFixture({
  price_changed: true,
  line_items: [lineFixture({ description: 'Standard rate', unit_amount_atom: 7200 })],
});
const offered = attempt('requires_confirmation', { session: dearer });

test('a dearer order is offered, and paid with the same card only when the shopper agrees', async () => {
  const { state, sent, calls, payment } = await pay({ pay: [offered, attempt('completed')] });
  expect(state()).toMatchObject({
    phase: { name: 'offer', offered: { amount_total_atom: 7200 } },
    session: { amount_total_atom: 4900 },
  });
  expect(sent.slice(-2)).toMatchObject([
    { t: 'h:declined', reason: 'confirmation_required' },
    { t: 'h:change', amount_total_atom: 7200 },
  ]);
  expect(calls).toHaveLength(1);
  payment.acceptOffer();
  payment.acceptOffer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls.map(([, body]) => JSON.parse(body ?? '') as object)).toMatchObject([
    { expected_amount_atom: 4900 },
    { expected_amount_atom: 7200, payment_method: { cvc: '424' } },
  ]);
  expect(new Set(calls.map(([, , key]) => key)).size).toBe(2);
  expect(state().phase).toMatchObject({ name: 'completed', insteadOf: undefined });
});

test('another card goes back to the first order, and keeps nothing of the declined one', async () => {
  const { state, sent, payment } = await pay({
    pay: [offered],
    declineOffer: [replyFixture(200, { ...open })],
  });
  payment.declineOffer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(state()).toMatchObject({
    phase: { name: 'form' },
    note: undefined,
    session: { amount_total_atom: 4900 },
    values: { number: '', securityCode: '', email: 'robin@alder.example' },
    focus: { id: 'number' },
  });
  expect(sent.at(-1)).toMatchObject({ t: 'h:change', amount_total_atom: 4900 });
});

test('where the first order cannot be asked for, the form names the offered one', async () => {
  const { state, payment } = await pay({ pay: [offered], declineOffer: [replyFixture(0)] });
  payment.declineOffer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(state()).toMatchObject({
    phase: { name: 'form' },
    note: { kind: 'changed', from: 4900, to: 7200 },
    session: { amount_total_atom: 7200 },
  });
});

test('a cheaper order that was charged in the place of the first is said with both amounts', async () => {
  const cheaper = sessionFixture({
    state: 'completed',
    price_changed: true,
    line_items: [lineFixture({ unit_amount_atom: 1900 })],
  });
  const { state } = await pay({ pay: [attempt('completed', { session: cheaper })] });
  expect(state()).toMatchObject({
    phase: { name: 'completed', insteadOf: { amount_total_atom: 4900 } },
    session: { amount_total_atom: 1900 },
  });
});

test('a payment of another window is followed, and the form comes back when it is open again', async () => {
  const { state, sent } = await pay({
    pay: [replyFixture(409, { code: 'session_processing' })],
    readSession: [
      replyFixture(200, { ...sessionFixture({ state: 'processing' }) }),
      replyFixture(0),
      replyFixture(200, { ...open }),
    ],
  });
  expect(sent.at(-1)).toEqual({ t: 'h:declined', reason: 'not_attempted' });
  expect(state().phase.name).toBe('form');
});

test('a payment that this window began before it was loaded anew is gone on with when Pay is pressed again', async () => {
  const entry = { type: 'reload' } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  const waiting = sessionFixture({
    state: 'processing',
    payment: {
      id: 'pi_1',
      status: 'requires_action',
      next_action: { type: 'three_d_secure', url: 'http://127.0.0.1/checkout/challenge/x' },
    },
  });
  const script = {
    pay: [replyFixture(409, { code: 'session_processing' })],
    readSession: [replyFixture(200, { ...waiting })],
    readPayment: [challenge, attempt('completed')],
  };
  const asked = await pay(script, 500);
  expect(asked.state().phase).toMatchObject({ name: 'challenge' });
  expect(types(asked.sent)).toEqual(['h:submit', 'h:processing', 'h:processing']);
  await vi.advanceTimersByTimeAsync(5000);
  // The receipt names no card: the one typed here has paid nothing.
  expect(asked.state().phase).toMatchObject({ name: 'completed', paidWith: undefined });
});

test.each([
  ['a frame, which is new whenever the page around it is loaded anew,', 'inline', 'challenge'],
  ['a page that was never loaded anew', 'page', 'elsewhere'],
] as const)('a bank’s question that %s finds when Pay is pressed', async (_what, surface, name) => {
  const payment = {
    id: 'pi_1',
    status: 'requires_action',
    next_action: { type: 'three_d_secure', url: 'http://127.0.0.1/checkout/challenge/x' },
  } as const;
  const { flow, state } = flowFixture(
    {
      pay: [replyFixture(409, { code: 'session_processing' })],
      readSession: [replyFixture(200, { ...sessionFixture({ state: 'processing', payment }) })],
      readPayment: [challenge],
    },
    { state: { surface, phase: { name: 'paying' } } },
  );
  createPayment(flow, noCode).start();
  await vi.advanceTimersByTimeAsync(5000);
  expect(state().phase.name).toBe(name);
});

test('where the session cannot be read after the press, its payment is gone on with once it can', async () => {
  const entry = { type: 'reload' } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  const payment = { id: 'pi_1', status: 'processing', next_action: null };
  const { state, sent } = await pay({
    pay: [replyFixture(409, { code: 'session_processing' })],
    readSession: [
      replyFixture(0),
      replyFixture(200, { ...sessionFixture({ state: 'processing', payment }) }),
    ],
    readPayment: [attempt('processing'), attempt('completed')],
  });
  expect(types(sent)).toEqual([
    'h:submit',
    'h:processing',
    'h:declined',
    'h:processing',
    'h:completed',
  ]);
  expect(state().phase).toMatchObject({ name: 'completed', paidWith: undefined });
});

test('a session that is paid already was paid in another window, unless this one had the page before', async () => {
  const script = {
    pay: [replyFixture(409, { code: 'session_completed' })],
    readSession: [replyFixture(200, { ...paid })],
  };
  expect((await pay(script)).state().phase).toEqual({ name: 'done', followed: true });
  const entry = { type: 'reload' } as unknown as PerformanceEntry;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([entry]);
  expect((await pay(script)).state().phase).toEqual({ name: 'done', followed: false });
});

test('a code that was typed and not applied is applied, and the price it makes is seen before it is paid', async () => {
  const promotion = { open: true, code: 'SAVE20', busy: false, error: undefined };
  const applyCode = vi.fn();
  const { flow, state, calls, sent } = flowFixture({}, { state: { promotion } });
  const payment = createPayment(flow, applyCode);
  flow.store.enter({ name: 'paying' });
  payment.start();
  expect(applyCode).toHaveBeenCalledOnce();
  expect(state().phase.name).toBe('form');
  expect([calls, sent]).toEqual([[], []]);
  // One that was refused stands there with the reason: Pay then pays what the button says.
  flow.store.set({ promotion: { ...promotion, error: 'codeInvalid' } });
  flow.store.enter({ name: 'paying' });
  payment.start();
  expect(applyCode).toHaveBeenCalledOnce();
  expect(calls.map(([name]) => name)).toEqual(['pay']);
});

test.each(['name', 'postal_code'])(
  'a %s that the server refuses is marked, and may stay empty',
  async (loc) => {
    const { state, sent } = await pay({
      pay: [
        replyFixture(422, {
          code: 'validation_failed',
          errors: [{ loc: ['body', 'payment_method', loc], msg: '', type: '' }],
        }),
      ],
    });
    const field = loc === 'name' ? 'name' : 'postalCode';
    expect(state()).toMatchObject({
      phase: { name: 'form' },
      note: undefined,
      errors: { [field]: 'optionalRefused' },
      focus: { id: field },
    });
    expect(sent.at(-1)).toEqual({ t: 'h:declined', reason: 'not_attempted' });
  },
);

test('a field the server refuses is marked', async () => {
  const { state } = await pay({
    pay: [
      replyFixture(422, {
        code: 'invalid_number',
        errors: [{ loc: ['body', 'payment_method', 'number'], msg: '', type: '' }],
      }),
    ],
  });
  expect(state()).toMatchObject({ errors: { number: 'numberNotTest' }, focus: { id: 'number' } });
});
