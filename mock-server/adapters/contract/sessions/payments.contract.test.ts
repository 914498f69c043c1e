import { expect, test } from 'vitest';
import { asPayment, asProblem, asPublic, type Reply } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

const challengeCard = { payment_method: card('4000000000003220') };

describeTransports('payments', (transport) => {
  const answer = (reply: Reply) => [reply.status, asProblem(reply).code];

  /** A session whose payment waits for the shopper. */
  async function challenged(body: object = {}) {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create(body);
    const payment = asPayment(await world.pay(token, challengeCard));
    const url = payment.next_action?.url ?? '';
    const paymentPath = `/payments/${payment.payment_intent_id ?? ''}`;
    const post = (outcome: string, headers: Record<string, string> = {}) =>
      world.send('POST', new URL(url).pathname, {
        body: `outcome=${outcome}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
    const follow = async () => asPayment(await world.browser('GET', paymentPath, token));
    return { world, id, token, payment, url, post, follow, paymentPath };
  }

  test.each(['4242424242424242', '5555 5555 5555 4444'])('card %s pays', async (number) => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create();
    const paid = asPayment(await world.pay(token, { payment_method: card(number) }));
    expect(paid).toMatchObject({ status: 'completed', session: { state: 'completed' } });
    expect(paid.payment_intent_id).toMatch(/^pi_dev_/);
    const payment = { id: paid.payment_intent_id, status: 'completed', next_action: null };
    expect((await world.read(token)).payment).toEqual(payment);
    const session = await world.retrieve(id);
    expect(session).toMatchObject({
      state: 'completed',
      payment_intent_id: paid.payment_intent_id,
    });
    expect(session.customer_id).toMatch(/^cus_dev_/);
    expect(session.payment_method_id).toMatch(/^pm_dev_/);
    expect(answer(await world.pay(token))).toEqual([409, 'session_completed']);
  });

  test('an American Express card has a code of four digits', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    const amex = card('378282246310005');
    const refused = asProblem(await world.pay(token, { payment_method: amex }));
    expect(refused.errors?.[0]?.loc).toEqual(['body', 'payment_method', 'cvc']);
    const paid = await world.pay(token, { payment_method: { ...amex, cvc: '1234' } });
    expect(asPayment(paid).status).toBe('completed');
  });

  test.each([
    ['4000000000000002', 'generic_decline'],
    ['4000000000009995', 'insufficient_funds'],
    ['4000000000000069', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc'],
    ['4000000000000119', 'processing_error'],
  ])('card %s is declined with %s, and another one may be tried', async (number, code) => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create();
    const reply = await world.pay(token, { payment_method: card(number) });
    expect(answer(reply)).toEqual([402, 'card_declined']);
    const problem = asProblem(reply);
    expect(problem).toMatchObject({
      decline_code: code,
      recoverable: true,
      session: { state: 'open', payment: null },
    });
    expect(await world.retrieve(id)).toMatchObject({ state: 'open', payment_intent_id: null });
    const attempt = await world.browser(
      'GET',
      `/payments/${problem.payment_intent_id ?? ''}`,
      token,
    );
    expect(asPayment(attempt)).toMatchObject({ status: 'declined', decline_code: code });
    expect(asPayment(await world.pay(token)).status).toBe('completed');
  });

  test('the customer whom a payment makes has the name on the card', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create();
    await world.pay(token, { payment_method: { ...card(), name: 'Ann Lee' } });
    const { customer_id } = await world.retrieve(id);
    const made = await world.api('GET', `/customers/${customer_id ?? ''}`);
    expect(JSON.parse(made.text)).toMatchObject({ email: 'a@b.example', name: 'Ann Lee' });
  });

  test('the card that fails once succeeds the second time', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    // What another card did is no time of its own.
    await world.pay(token, { payment_method: card('4000000000000002') });
    const body = { payment_method: card('4000000000000119') };
    expect((await world.pay(token, body)).status).toBe(402);
    expect(asPayment(await world.pay(token, body)).status).toBe('completed');
  });

  test('the card without funds pays up to 1000', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create({
      line_items: [{ price_id: 'price_basic', quantity: 1 }],
    });
    const paid = await world.pay(token, {
      payment_method: card('4000000000009995'),
      expected_amount_atom: 900,
    });
    expect(asPayment(paid).status).toBe('completed');
  });

  test.each([
    ['a number that is none', { number: '4242424242424241' }, 'invalid_number', 'number'],
    ['a number with letters', { number: '4242 abcd' }, 'invalid_number', 'number'],
    ['a card that is no test card', { number: '4012888888881881' }, 'invalid_number', 'number'],
    ['a card of the past', { exp_month: 1, exp_year: 2020 }, 'validation_failed', 'exp_month'],
    ['a month there is not', { exp_month: 13 }, 'validation_failed', 'exp_month'],
    ['a year of two digits', { exp_year: 30 }, 'validation_failed', 'exp_year'],
    ['a code that is too short', { cvc: '12' }, 'validation_failed', 'cvc'],
    ['an unknown field', { track2: 'x' }, 'validation_failed', 'track2'],
  ])('%s is refused and leaves no attempt', async (_name, change, code, field) => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create();
    const before = await world.retrieve(id);
    const reply = await world.pay(token, { payment_method: { ...card(), ...change } });
    expect(answer(reply)).toEqual([422, code]);
    expect(asProblem(reply).errors?.[0]?.loc).toEqual(['body', 'payment_method', field]);
    if ('number' in change) expect(reply.text).not.toContain(change.number);
    expect(await world.retrieve(id)).toEqual(before);
  });

  test('a refused real number is answered with what to use instead', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    const reply = await world.pay(token, { payment_method: card('4012888888881881') });
    expect(asProblem(reply).detail).toContain('use a test card');
  });

  test('a card expires on the account’s clock, at the end of its month', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create({ expires_in_hours: 720 });
    await world.control('POST', '/clock', { now: '2097-02-01T00:00:00Z' });
    const late = await world.create();
    const refused = await world.pay(token);
    expect(answer(refused)).toEqual([410, 'session_expired']);
    expect(asProblem(refused).detail).toMatch(/This payment charged nothing\.$/);
    const payment_method = { ...card(), exp_month: 1, exp_year: 2097 };
    expect(answer(await world.pay(late.secure_token, { payment_method }))).toEqual([
      422,
      'validation_failed',
    ]);
    const good = { payment_method: { ...payment_method, exp_month: 2 } };
    expect(asPayment(await world.pay(late.secure_token, good)).status).toBe('completed');
  });

  test('the amount must be the one that was shown (threat 34)', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    const reply = await world.pay(token, { expected_amount_atom: 4899 });
    expect(answer(reply)).toEqual([409, 'amount_changed']);
    expect(asProblem(reply).session?.amount_total_atom).toBe(4900);
    expect(asPayment(await world.pay(token)).status).toBe('completed');
  });

  test('an e-mail is needed unless the session has a customer or an e-mail', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    const reply = await world.pay(token, { email: undefined });
    expect(asProblem(reply).errors?.[0]?.loc).toEqual(['body', 'email']);
    for (const body of [{ customer_id: 'cus_abc123' }, { customer_email: 'a@shop.example' }]) {
      const session = await world.create(body);
      expect(asPayment(await world.pay(session.secure_token, { email: undefined })).status).toBe(
        'completed',
      );
    }
  });

  test('a zero total needs no card and takes none', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({ line_items: [] });
    const free = { expected_amount_atom: 0 };
    expect(answer(await world.pay(token, free))).toEqual([422, 'validation_failed']);
    const done = asPayment(await world.pay(token, { ...free, payment_method: undefined }));
    expect(done).toMatchObject({ payment_intent_id: null, status: 'completed' });
    expect(await world.retrieve(id)).toMatchObject({ state: 'completed', payment_intent_id: null });
  });

  test('setup saves a card and charges nothing', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({ mode: 'setup', line_items: [] });
    const missing = await world.pay(token, { expected_amount_atom: 0, payment_method: undefined });
    expect(asProblem(missing).errors?.[0]?.loc).toEqual(['body', 'payment_method']);
    expect(asPayment(await world.pay(token, { expected_amount_atom: 0 })).status).toBe('completed');
    const session = await world.retrieve(id);
    expect(session.payment_intent_id).toBeNull();
    expect(session.payment_method_id).toMatch(/^pm_dev_/);
  });

  test('the slow card is processing for a minute of the account’s clock', async () => {
    const world = createWorld(transport);
    await world.control('POST', '/clock', { freeze: true });
    const { secure_token: token } = await world.create();
    const paid = asPayment(await world.pay(token, { payment_method: card('4000000000000077') }));
    expect(paid).toMatchObject({ status: 'processing', session: { state: 'processing' } });
    const path = `/payments/${paid.payment_intent_id ?? ''}`;
    expect(answer(await world.browser('POST', `${path}/cancel`, token))).toEqual([
      409,
      'payment_not_cancelable',
    ]);
    expect(answer(await world.pay(token))).toEqual([409, 'session_processing']);
    await world.advance('59s');
    expect((await world.read(token)).state).toBe('processing');
    await world.advance('1s');
    expect(asPayment(await world.browser('GET', path, token)).status).toBe('completed');
  });

  test('a challenge is shown on this server, and passing it pays', async () => {
    const { world, id, token, payment, url, post, follow } = await challenged();
    expect(payment).toMatchObject({ status: 'requires_action', session: { state: 'processing' } });
    expect(url).toMatch(new RegExp(`^${transport.pages()}/checkout/challenge/[\\w-]{22}$`));
    const action = { type: 'three_d_secure', url };
    const waiting = {
      id: payment.payment_intent_id,
      status: 'requires_action',
      next_action: action,
    };
    expect((await world.read(token)).payment).toEqual(waiting);
    expect(answer(await world.pay(token))).toEqual([409, 'session_processing']);
    expect((await follow()).status).toBe('requires_action');
    expect((await post('pass')).status).toBe(200);
    expect(await follow()).toMatchObject({ status: 'completed', session: { state: 'completed' } });
    expect((await world.retrieve(id)).payment_intent_id).toBe(payment.payment_intent_id);
  });

  test('a session that is being paid is neither completed nor expired by its merchant', async () => {
    const { world, id, post } = await challenged();
    for (const action of ['complete', 'expire']) {
      const reply = await world.api('POST', `/checkout-sessions/${id}/${action}`);
      expect(answer(reply)).toEqual([409, 'session_processing']);
    }
    await post('fail');
    expect((await world.api('POST', `/checkout-sessions/${id}/expire`)).status).toBe(200);
  });

  test('failing a challenge declines, and only the first answer counts', async () => {
    const { world, token, post, follow } = await challenged();
    await post('fail');
    await post('pass');
    const declined = { status: 'declined', decline_code: 'authentication_failed' };
    expect(await follow()).toMatchObject({ ...declined, session: { state: 'open' } });
    expect(asPayment(await world.pay(token)).status).toBe('completed');
  });

  test('a challenge given up returns the session, once', async () => {
    const { world, token, post, follow, paymentPath } = await challenged();
    const cancel = () => world.browser('POST', `${paymentPath}/cancel`, token);
    const abandoned = { status: 'declined', decline_code: 'authentication_abandoned' };
    expect(asPayment(await cancel())).toMatchObject({ ...abandoned, session: { state: 'open' } });
    expect(asPayment(await cancel())).toMatchObject(abandoned);
    await post('pass');
    expect((await follow()).session.state).toBe('open');
  });

  test('ten minutes without an answer are a decline', async () => {
    const { world, post, follow } = await challenged();
    await world.advance('10m');
    await post('pass');
    const declined = { status: 'declined', decline_code: 'authentication_timeout' };
    expect(await follow()).toMatchObject({ ...declined, session: { state: 'open' } });
  });

  test('a challenge wins over expiry; what it gives back too late is expired (fault 38)', async () => {
    const passed = await challenged({ expires_in_hours: 1 });
    await passed.world.control('POST', '/clock', { freeze: true });
    const failed = await passed.world.create({ expires_in_hours: 1 });
    await passed.world.advance('52m');
    const attempt = asPayment(await passed.world.pay(failed.secure_token, challengeCard));
    expect(attempt.status).toBe('requires_action');
    await passed.world.advance('9m');
    expect((await passed.world.read(failed.secure_token)).state).toBe('processing');
    await passed.world.advance('1m');
    const late = await passed.world.read(failed.secure_token);
    expect([late.state, late.payment]).toEqual(['expired', null]);
    expect(answer(await passed.world.pay(failed.secure_token))).toEqual([410, 'session_expired']);
  });

  test('a challenge takes no answer of a page that is not this server’s', async () => {
    const { post, follow } = await challenged();
    for (const origin of ['https://evil.example', 'null']) {
      const reply = await post('pass', { origin });
      expect(answer(reply)).toEqual([403, 'origin_not_allowed']);
    }
    expect((await follow()).status).toBe('requires_action');
  });

  test('a challenge takes pass and fail from a form, and nothing else', async () => {
    const { post, follow } = await challenged();
    expect((await post('maybe')).status).toBe(422);
    // Of two answers neither is taken.
    expect((await post('pass&outcome=fail')).status).toBe(422);
    expect((await post('pass', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('pass', { origin: transport.pages() })).status).toBe(200);
    expect((await follow()).status).toBe('completed');
  });

  test('a session decides whether cards are challenged', async () => {
    const world = createWorld(transport);
    const settings = (three_d_secure: string) => ({ card_checkout_settings: { three_d_secure } });
    const off = await world.create(settings('off'));
    expect(asPayment(await world.pay(off.secure_token, challengeCard)).status).toBe('completed');
    const required = await world.create(settings('required'));
    expect(asPayment(await world.pay(required.secure_token)).status).toBe('requires_action');
  });

  test('an attempt can be followed with its own session’s token only', async () => {
    const { world, paymentPath } = await challenged();
    const other = await world.create();
    for (const path of [paymentPath, '/payments/pi_none']) {
      expect(answer(await world.browser('GET', path, other.secure_token))).toEqual([
        404,
        'not_found',
      ]);
    }
  });

  test('fifty payments of one session at once make one charge (threat 51)', async () => {
    const world = createWorld(transport);
    const { id, secure_token: token } = await world.create({ coupon_id: 'coupon_dev_abc123' });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        world.pay(token, { expected_amount_atom: 4410 }, { 'idempotency-key': String(index) }),
      ),
    );
    const paid = replies.filter(({ status }) => status === 200).map(asPayment);
    expect(paid).toHaveLength(1);
    const refused = replies.filter(({ status }) => status !== 200);
    expect(new Set(refused.map((reply) => asProblem(reply).code))).toEqual(
      new Set(['session_completed']),
    );
    const session = await world.retrieve(id);
    expect(session.payment_intent_id).toBe(paid[0]?.payment_intent_id);
    expect(asPublic(await world.browser('GET', '', token)).payment?.id).toBe(
      session.payment_intent_id,
    );
  });
});
