import { expect, test } from 'vitest';
import { z } from 'zod';
import { asProblem, parse, type Reply } from '../harness/asProblem.ts';
import { createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';
import { resourceSamples } from '../harness/resourceSamples.ts';

const datedSchema = z.looseObject({ id: z.string(), created_at: z.string() });
const listSchema = z.object({
  data: z.array(datedSchema),
  total: z.int(),
  has_more: z.boolean(),
});

const dated = (reply: Reply) => parse(datedSchema, reply);
const ids = (reply: Reply) => parse(listSchema, reply).data.map(({ id }) => id);

describeTransports('resources', (transport) => {
  test.each(resourceSamples)('$path are created with their defaults', async (sample) => {
    const { path, prefix, schema, least, defaults, most } = sample;
    const world = createWorld(transport);
    const reply = await world.api('POST', `/${path}`, least);
    expect(reply.status).toBe(201);
    const { id, created_at: at, object, ...rest } = dated(reply);
    expect(id).toMatch(new RegExp(`^${prefix}_dev_[a-z0-9]{16}$`));
    expect(object).toBe(path.replaceAll('-', '_').slice(0, -1));
    const shared = { account_id: world.account, livemode: false, updated_at: at };
    expect(rest).toStrictEqual({ ...shared, ...least, ...defaults });
    expect(parse(schema, reply)).toBeTruthy();
    const full = await world.api('POST', `/${path}`, most);
    expect([full.status, dated(full)]).toMatchObject([201, most]);
    expect(parse(schema, full)).toBeTruthy();
  });

  test.each(resourceSamples)('$path are retrieved and listed, newest first', async (sample) => {
    const { path, least, most } = sample;
    const world = createWorld(transport);
    const seeded = parse(listSchema, await world.api('GET', `/${path}`)).total;
    const first = await world.api('POST', `/${path}`, least);
    const second = await world.api('POST', `/${path}`, most);
    const one = await world.api('GET', `/${path}/${dated(first).id}`);
    expect([one.status, one.text]).toEqual([200, first.text]);
    const all = parse(listSchema, await world.api('GET', `/${path}?limit=1`));
    expect(all).toEqual({ data: [dated(second)], total: seeded + 2, has_more: true });
    expect(ids(await world.api('GET', `/${path}?limit=1&offset=1`))).toEqual([dated(first).id]);
    expect((await world.api('GET', `/${path}?sort=name`)).status).toBe(400);
  });

  test.each(resourceSamples)('$path are changed in what was given alone', async (sample) => {
    const { path, schema, least, change } = sample;
    const world = createWorld(transport);
    const before = dated(await world.api('POST', `/${path}`, least));
    await world.advance('1h');
    const reply = await world.api('PATCH', `/${path}/${before.id}`, change);
    expect(reply.status).toBe(200);
    expect(parse(schema, reply)).toBeTruthy();
    const { updated_at: at, ...after } = dated(reply);
    expect({ ...after, updated_at: before.created_at }).toStrictEqual({ ...before, ...change });
    expect(Date.parse(String(at))).toBeGreaterThanOrEqual(
      Date.parse(before.created_at) + 3_600_000,
    );
    const same = dated(await world.api('PATCH', `/${path}/${before.id}`, {}));
    expect(same).toMatchObject(after);
    expect((await world.api('GET', `/${path}/${before.id}`)).text).toContain(after.id);
  });

  test.each(resourceSamples)('$path are deleted once', async (sample) => {
    const { path, least } = sample;
    const world = createWorld(transport);
    const { id } = dated(await world.api('POST', `/${path}`, least));
    const gone = await world.api('DELETE', `/${path}/${id}`);
    expect([gone.status, gone.text]).toEqual([204, '']);
    for (const method of ['GET', 'DELETE']) {
      expect((await world.api(method, `/${path}/${id}`)).status).toBe(404);
    }
    expect(ids(await world.api('GET', `/${path}`))).not.toContain(id);
    expect((await world.api('POST', `/${path}`, least)).status).toBe(201);
  });

  test.each(resourceSamples)('wrong $path are a 422 that names the place', async (sample) => {
    const { path, least, broken, brokenChanges } = sample;
    const world = createWorld(transport);
    for (const [change, place] of broken) {
      const reply = await world.api('POST', `/${path}`, { ...least, ...change });
      const errors = reply.status === 422 ? asProblem(reply).errors : reply;
      expect([change, errors]).toMatchObject([
        change,
        expect.arrayContaining([expect.objectContaining({ loc: ['body', ...place] })]),
      ]);
    }
    const made = await world.api('POST', `/${path}`, least);
    const one = `/${path}/${dated(made).id}`;
    for (const [change, place] of brokenChanges) {
      const reply = await world.api('PATCH', one, change);
      const errors = reply.status === 422 ? asProblem(reply).errors : reply;
      expect([change, errors]).toMatchObject([change, [{ loc: ['body', ...place] }]]);
    }
    expect((await world.api('GET', one)).text).toBe(made.text);
  });

  test.each(resourceSamples)('$path of another account are not there', async (sample) => {
    const { path, least, change } = sample;
    const [world, other] = [createWorld(transport), createWorld(transport)];
    const { id } = dated(await other.api('POST', `/${path}`, least));
    const refusals = new Set<string>();
    for (const [method, body] of [['GET'], ['PATCH', change], ['DELETE']] as const) {
      for (const unknown of [id, 'none']) {
        const reply = await world.api(method, `/${path}/${unknown}`, body);
        expect(reply.status).toBe(404);
        refusals.add(reply.text.replace(asProblem(reply).request_id, ''));
      }
    }
    expect(refusals.size).toBe(1);
    expect((await other.api('GET', `/${path}/${id}`)).status).toBe(200);
  });

  test.each(resourceSamples)('$path need a secret key and a method they have', async (sample) => {
    const world = createWorld(transport);
    const path = `/api/${world.account}/${sample.path}`;
    expect((await world.send('POST', path, { body: sample.least })).status).toBe(401);
    expect((await world.send('DELETE', `${path}/x`, { key: 'pk_1' })).status).toBe(403);
    for (const [method, at, allow] of [
      ['PUT', path, 'POST, GET, HEAD'],
      ['DELETE', path, 'POST, GET, HEAD'],
      ['POST', `${path}/x`, 'GET, PATCH, DELETE, HEAD'],
    ] as const) {
      const reply = await world.send(method, at, { key: 'sk_1', body: {} });
      expect([reply.status, reply.headers.get('allow')]).toEqual([405, allow]);
    }
  });

  test.each(resourceSamples)('$path are made once for an idempotency key', async (sample) => {
    const { path, least, most } = sample;
    const world = createWorld(transport);
    const create = (body: object) =>
      world.api('POST', `/${path}`, body, { 'idempotency-key': 'k' });
    const first = await create(least);
    const again = await create(least);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(asProblem(await create(most)).code).toBe('idempotency_key_reused');
  });
});
