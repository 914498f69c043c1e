import { z } from 'zod';
import { Problem } from '../../domain/requests/Problem.ts';
import { announce } from '../../resources/announce.ts';
import type { AnswerSchemaOf } from '../../resources/answerSchema.ts';
import type { Resource } from '../../resources/Resource.ts';
import { listSchema } from '../../schemas/listSchema.ts';
import { expandShape, pageShape } from '../../schemas/pageShape.ts';
import type { Dated } from '../../store/records/Dated.ts';
import { accountOperation } from '../operations/accountOperation.ts';
import { createReader, type ListQuery, type Query } from '../operations/createReader.ts';
import { makeChange } from '../operations/makeChange.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

interface Schemas {
  readonly query: z.ZodType<Query>;
  /** Of an answer with one record. */
  readonly schema: () => z.ZodType;
}

const named = ({ object }: { readonly object: string }): string => object.replaceAll('_', ' ');

function readingRoutes<R extends Dated, S extends z.ZodRawShape, C, U>(
  context: ServerContext,
  resource: Resource<R, S, C, U>,
  { query, schema }: Schemas,
): Route[] {
  const { path, filters = {}, customFields } = resource;
  const { view, find, list } = createReader(resource);
  const narrowing = Object.entries(filters).map(([name, filter]) => [name, filter.optional()]);
  const listQuery = z.strictObject({
    ...(Object.fromEntries(narrowing) as z.ZodRawShape),
    ...(customFields && expandShape),
    ...pageShape,
  }) as z.ZodType as z.ZodType<ListQuery>;
  return [
    accountOperation(context, 'GET', `/${path}`, {
      summary: `List ${named(resource)}s`,
      query: listQuery,
      answer: { status: 200, schema: () => listSchema(schema()) },
      decide: (call) => ({ status: 200, body: list(call.account, call.query) }),
    }),
    accountOperation(context, 'GET', `/${path}/:id`, {
      summary: `Retrieve a ${named(resource)}`,
      query,
      answer: { status: 200, schema },
      decide({ account, params, query: asked }) {
        return { status: 200, body: view(account, find(account, params), asked) };
      },
    }),
  ];
}

function createRoute<R extends Dated, S extends z.ZodRawShape, C, U>(
  context: ServerContext,
  resource: Resource<R, S, C, U>,
  { query, schema }: Schemas,
): Route[] {
  const { path, prefix, create, collection, event } = resource;
  if (!create) return [];
  const { view } = createReader(resource);
  const route = accountOperation(context, 'POST', `/${path}`, {
    summary: `Create a ${named(resource)}`,
    body: create.body,
    answer: { status: 201, schema },
    query,
    decide({ account, body, query: asked, now }) {
      const dated = { id: account.random.id(prefix), created_at: now, updated_at: now };
      const made = makeChange(account, now, (change) => create.make(change, body, dated));
      const record = collection(account.records).put(made);
      if (event) announce(account, `${event}.created`, resource, { record, now });
      return { status: 201, body: view(account, record, asked) };
    },
  });
  return [route];
}

function updateRoute<R extends Dated, S extends z.ZodRawShape, C, U>(
  context: ServerContext,
  resource: Resource<R, S, C, U>,
  { query, schema }: Schemas,
): Route[] {
  const { path, update, collection, event } = resource;
  if (!update) return [];
  const { view, find } = createReader(resource);
  const route = accountOperation(context, 'PATCH', `/${path}/:id`, {
    summary: `Update a ${named(resource)}`,
    body: update.body,
    answer: { status: 200, schema },
    query,
    decide({ account, params, body, query: asked, now }) {
      const before = find(account, params);
      const after = makeChange(account, now, (change) => update.apply(change, before, body));
      const record = collection(account.records).put({ ...after, updated_at: now });
      if (event) announce(account, `${event}.updated`, resource, { record, before, now });
      return { status: 200, body: view(account, record, asked) };
    },
  });
  return [route];
}

function removeRoute<R extends Dated, S extends z.ZodRawShape, C, U>(
  context: ServerContext,
  resource: Resource<R, S, C, U>,
): Route[] {
  const { path, remove, collection, event } = resource;
  if (!remove) return [];
  const { find } = createReader(resource);
  const route = accountOperation(context, 'DELETE', `/${path}/:id`, {
    summary: `Delete a ${named(resource)}`,
    answer: { status: 204 },
    refusals: remove.obstacle && [409],
    decide({ account, params, now }) {
      const record = find(account, params);
      const obstacle = remove.obstacle?.(account, record);
      if (obstacle !== undefined) throw new Problem(409, 'in_use', obstacle);
      makeChange(account, now, (change) => remove.follow?.(change, record));
      collection(account.records).delete(record.id);
      if (event) announce(account, `${event}.deleted`, resource, { record, now });
      return { status: 204 };
    },
  });
  return [route];
}

/** A resource's routes, made from its description. */
export function resourceRoutes<R extends Dated, S extends z.ZodRawShape, C, U>(
  context: ServerContext,
  resource: Resource<R, S, C, U>,
  schemaOf: AnswerSchemaOf,
): Route[] {
  const schemas = {
    query: z.strictObject({ ...(resource.customFields && expandShape) }),
    schema: () => schemaOf(resource),
  };
  return [
    ...createRoute(context, resource, schemas),
    ...readingRoutes(context, resource, schemas),
    ...updateRoute(context, resource, schemas),
    ...removeRoute(context, resource),
  ];
}
