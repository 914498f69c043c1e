import { expect, test } from 'vitest';
import { z } from 'zod';
import { deliverySchema, timelineSchema } from '../../../schemas/timeline.ts';
import { asProblem, asSession, parse } from '../harness/asProblem.ts';
import { closeReceivers, createReceiver } from '../harness/createReceiver.ts';
import { createWorld, urls } from '../harness/createWorld.ts';
import { describeTransports, type Transport } from '../harness/describeTransports.ts';

const intentsSchema = z.object({ data: z.array(z.looseObject({ status: z.string() })) });
const deliveriesSchema = z.looseObject({ data: z.array(deliverySchema) });

function createShop(transport: Transport) {
  const world = createWorld(transport);
  return {
    ...world,
    settle: (id: string, body: object) => world.control('POST', `/sessions/${id}/outcome`, body),
    async timeline(id: string) {
      return parse(timelineSchema, await world.control('GET', `/sessions/${id}/timeline`)).data;
    },
    async deliveries(query = '') {
      const path = `/deliveries?settled=true${query}`;
      return parse(deliveriesSchema, await world.control('GET', path)).data;
    },
  };
}

describeTransports('settling a session without its page', (transport) => {
  closeReceivers();

  test('complete pays it, with everything that follows', async () => {
    const shop = createShop(transport);
    const { id } = await shop.create();
    const session = asSession(await shop.settle(id, { outcome: 'complete' }));
    expect(session).toMatchObject({ state: 'completed', completed: true });
    expect(session.payment_intent_id).toMatch(/^pi_/);
    expect(session.customer_id).toMatch(/^cus_/);
    expect(asSession(await shop.settle(id, { outcome: 'complete' })).id).toBe(id);
  });

  test('the customer is who the session was for, and somebody where it was for nobody', async () => {
    const shop = createShop(transport);
    const customers = z.object({ data: z.array(z.looseObject({ email: z.string() })) });
    for (const [body, email] of [
      [{ customer_email: 'ann@b.example' }, 'ann@b.example'],
      [{}, 'shopper@example.com'],
    ] as const) {
      const { id } = await shop.create(body);
      await shop.settle(id, { outcome: 'complete' });
      const { data } = parse(customers, await shop.api('GET', '/customers'));
      expect(data[0]?.email).toBe(email);
    }
  });

  test('decline leaves it open, with the reason that was asked for', async () => {
    const shop = createShop(transport);
    const { id } = await shop.create();
    const body = { outcome: 'decline', decline_code: 'lost_card' };
    expect(asSession(await shop.settle(id, body)).state).toBe('open');
    const list = parse(intentsSchema, await shop.api('GET', '/payment-intents'));
    expect(list.data).toMatchObject([{ status: 'failed', decline_code: 'lost_card' }]);
  });

  test('challenge waits for an answer, which complete and decline give', async () => {
    const shop = createShop(transport);
    for (const [outcome, state] of [
      ['complete', 'completed'],
      ['decline', 'open'],
    ] as const) {
      const { id, secure_token: token } = await shop.create();
      expect(asSession(await shop.settle(id, { outcome: 'challenge' })).state).toBe('processing');
      const { payment } = await shop.read(token);
      const url = payment?.next_action?.url ?? '';
      expect((await fetch(url)).status).toBe(200);
      const asked = async () =>
        (await shop.timeline(id))
          .filter(({ kind }) => kind === 'challenge')
          .map(({ detail }) => detail);
      expect(await asked()).toEqual(['Not answered yet']);
      for (const other of ['processing', 'expire']) {
        const late = await shop.settle(id, { outcome: other });
        expect([late.status, asProblem(late).code]).toEqual([409, 'session_processing']);
      }
      expect(asSession(await shop.settle(id, { outcome })).state).toBe(state);
      expect(await asked()).toEqual([outcome === 'complete' ? 'Paid' : 'Declined']);
    }
  });

  test('processing completes when a minute has passed', async () => {
    const shop = createShop(transport);
    const { id } = await shop.create();
    for (let asked = 0; asked < 2; asked += 1) {
      const waiting = asSession(await shop.settle(id, { outcome: 'processing' }));
      expect(waiting.state).toBe('processing');
    }
    await shop.advance('1m');
    expect((await shop.retrieve(id)).state).toBe('completed');
  });

  test('expire expires it, and nothing comes after that', async () => {
    const shop = createShop(transport);
    const { id } = await shop.create();
    const ends = async () =>
      (await shop.timeline(id)).filter(({ kind }) => kind === 'expired').map(({ title }) => title);
    expect(await ends()).toEqual([]);
    expect(asSession(await shop.settle(id, { outcome: 'expire' })).state).toBe('expired');
    expect(await ends()).toEqual(['Expired']);
    expect(asSession(await shop.settle(id, { outcome: 'expire' })).state).toBe('expired');
    const late = await shop.settle(id, { outcome: 'complete' });
    expect([late.status, asProblem(late).code]).toEqual([409, 'session_expired']);
  });

  test('saving a card and a free order are settled too', async () => {
    const shop = createShop(transport);
    const setup = await shop.create({ mode: 'setup', line_items: [] });
    expect(
      asSession(await shop.settle(setup.id, { outcome: 'complete' })).payment_method_id,
    ).toMatch(/^pm_/);
    const free = await shop.create({ line_items: [], customer_id: 'cus_abc123' });
    const refused = await shop.settle(free.id, { outcome: 'decline' });
    expect([refused.status, asProblem(refused).code]).toEqual([409, 'nothing_to_pay']);
    expect(asSession(await shop.settle(free.id, { outcome: 'complete' })).state).toBe('completed');
  });

  test.each([
    [{}, 'outcome'],
    [{ outcome: 'win' }, 'outcome'],
    [{ outcome: 'complete', decline_code: 'lost_card' }, 'decline_code'],
  ])('%j is a 422', async (body, field) => {
    const shop = createShop(transport);
    const { id } = await shop.create();
    const reply = await shop.settle(id, body);
    expect([reply.status, asProblem(reply).errors?.[0]?.loc]).toEqual([422, ['body', field]]);
    expect((await shop.settle('cs_none', { outcome: 'complete' })).status).toBe(404);
  });

  test('its timeline begins with the request that asked for it', async () => {
    const shop = createShop(transport);
    const order = { line_items: [{ price_id: 'price_premium', quantity: 1 }], ...urls };
    const reply = await shop.api('POST', '/checkout-sessions', order);
    const [first] = await shop.timeline(asSession(reply).id);
    const asked = reply.headers.get('x-request-id');
    expect(first).toMatchObject({ kind: 'created', request_id: asked });
    expect(asked).toMatch(/^req_/);
  });

  test('its timeline tells what became of it, and who was told', async () => {
    const shop = createShop(transport);
    const receiver = await createReceiver();
    await shop.api('POST', '/webhook-endpoints', {
      url: receiver.url,
      events: ['checkout_session.completed'],
    });
    const { id, secure_token: token } = await shop.create();
    await shop.read(token);
    const before = await shop.retrieve(id);
    const opening = [];
    for (let times = 0; times < 2; times += 1) {
      opening.push(
        await shop.browser('GET', '', token, undefined, { 'sec-fetch-site': 'same-origin' }),
      );
    }
    expect(await shop.retrieve(id)).toEqual(before);
    await shop.browser('POST', '/promotion-code', token, { code: 'save20' });
    await shop.browser('DELETE', '/promotion-code', token);
    await shop.advance('1m');
    await shop.settle(id, { outcome: 'decline' });
    await shop.advance('1m');
    await shop.settle(id, { outcome: 'complete' });
    await shop.deliveries();
    const moments = await shop.timeline(id);
    const kinds = moments.filter(({ kind }) => kind !== 'event').map(({ kind }) => kind);
    const codes = ['promotion_code', 'promotion_code'];
    expect(kinds).toEqual(['created', 'opened', ...codes, 'payment', 'payment', 'completed']);
    expect(moments.find(({ kind }) => kind === 'opened')).toMatchObject({
      title: 'Opened by the shopper',
      request_id: opening[0]?.headers.get('x-request-id'),
    });
    expect(moments.find(({ kind }) => kind === 'promotion_code')).toMatchObject({
      title: 'Promotion code applied',
      detail: 'SAVE20',
    });
    expect(moments.find(({ kind }) => kind === 'payment')).toMatchObject({
      title: 'Declined',
      decline_code: 'generic_decline',
      attempts: [{ outcome: 'declined' }, { outcome: 'declined' }],
    });
    const told = moments.find(({ title }) => title === 'checkout_session.completed');
    expect(told).toMatchObject({
      detail: '1 of 1 deliveries arrived',
      deliveries: [{ state: 'succeeded', response_status: 200, attempt: 1 }],
    });
    const times = moments.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    const { invoice_id } = await shop.retrieve(id);
    await shop.api('POST', '/payments/refunds', { invoice_id });
    expect((await shop.timeline(id)).at(-1)?.title).toBe('refund.created');
  });
});

describeTransports('the delivery log', (transport) => {
  closeReceivers();

  test('it has each attempt, newest first, and what came of it', async () => {
    const shop = createShop(transport);
    await shop.control('POST', '/clock', { freeze: true });
    const receiver = await createReceiver(503, 200);
    await shop.api('POST', '/webhook-endpoints', { url: receiver.url });
    await shop.api('PATCH', '/customers/cus_abc123', { name: 'Jo' });
    const [first] = await shop.deliveries();
    expect(first).toMatchObject({ attempt: 2, state: 'pending', sent_at: null });
    await shop.advance('10s');
    const [second, failed] = await shop.deliveries();
    expect(failed).toMatchObject({
      attempt: 1,
      state: 'failed',
      response_status: 503,
      error: null,
      retry_at: second?.due_at,
    });
    expect(second).toMatchObject({ attempt: 2, state: 'succeeded', response_status: 200 });
    expect(await shop.deliveries('&event_id=evt_none')).toEqual([]);
    expect(await shop.deliveries(`&endpoint_id=${second?.endpoint_id ?? ''}`)).toHaveLength(2);
  });

  test('an endpoint is told of the latest event that it takes, also of one from before it', async () => {
    const shop = createShop(transport);
    const receiver = await createReceiver(500);
    const events = ['customer.updated'];
    const make = async (body: object) => {
      const made = await shop.api('POST', '/webhook-endpoints', { url: receiver.url, ...body });
      return parse(z.looseObject({ id: z.string() }), made).id;
    };
    const endpoint_id = await make({ events });
    const early = await shop.control('POST', '/deliveries', { endpoint_id });
    expect([early.status, asProblem(early).code]).toEqual([409, 'nothing_to_tell']);
    await shop.api('PATCH', '/customers/cus_abc123', { name: 'Jo' });
    await shop.api('POST', '/products', { name: 'Kit' });
    const later = await make({ events });
    const told = await shop.control('POST', '/deliveries', { endpoint_id: later });
    expect(told.status).toBe(201);
    // Once: what was not taken is not tried again.
    expect(await shop.deliveries(`&endpoint_id=${later}`)).toMatchObject([
      { event_type: 'customer.updated', replay: true, state: 'failed', retry_at: null },
    ]);
    const off = await make({ enabled: false });
    const disabled = await shop.control('POST', '/deliveries', { endpoint_id: off });
    expect([disabled.status, asProblem(disabled).code]).toEqual([409, 'endpoint_gone']);
    const none = await shop.control('POST', '/deliveries', { endpoint_id: 'we_none' });
    expect(none.status).toBe(404);
  });

  test('a delivery is sent again when asked for, as the same event', async () => {
    const shop = createShop(transport);
    const receiver = await createReceiver(404, 500);
    const made = await shop.api('POST', '/webhook-endpoints', { url: receiver.url });
    await shop.api('PATCH', '/customers/cus_abc123', { name: 'Jo' });
    const [final] = await shop.deliveries();
    const replay = `/deliveries/${final?.id ?? ''}/replay`;
    expect((await shop.control('POST', replay, {})).status).toBe(201);
    const [replayed] = await shop.deliveries();
    expect(replayed).toMatchObject({ replay: true, state: 'failed', retry_at: null });
    const ids = receiver.received.map(({ event }) => event.id);
    expect(ids).toEqual([final?.event_id, final?.event_id]);
    const { id } = parse(z.looseObject({ id: z.string() }), made);
    await shop.api('DELETE', `/webhook-endpoints/${id}`);
    const gone = await shop.control('POST', replay, {});
    expect([gone.status, asProblem(gone).code]).toEqual([409, 'endpoint_gone']);
    expect((await shop.control('POST', '/deliveries/whd_none/replay', {})).status).toBe(404);
  });
});
