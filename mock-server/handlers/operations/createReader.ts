import type { z } from 'zod';
import { Problem } from '../../domain/requests/Problem.ts';
import type { Resource } from '../../resources/Resource.ts';
import { viewRecord } from '../../resources/viewRecord.ts';
import type { Account } from '../../store/createAccount.ts';
import type { Dated } from '../../store/records/Dated.ts';
import { listAnswer } from '../responses/listAnswer.ts';
import type { PathParams } from '../Route.ts';

/** A query that was checked: `expand`, and whatever else a resource knows. */
export type Query = Readonly<Record<string, unknown>>;

export interface ListQuery extends Query {
  readonly limit: number;
  readonly offset: number;
}

/** A member of the answer. Most stand in the record under the same name, and a list may walk a hundred thousand of them. */
function memberOf<R extends Dated, S extends z.ZodRawShape, C, U>(
  resource: Resource<R, S, C, U>,
  account: Account,
  record: R,
  name: string,
): unknown {
  const members = Object.hasOwn(record, name) ? record : resource.view(record, account);
  return (members as Readonly<Record<string, unknown>>)[name];
}

/** Finds the records of a resource and shows them as the API does. */
export function createReader<R extends Dated, S extends z.ZodRawShape, C, U>(
  resource: Resource<R, S, C, U>,
) {
  const { object, filters = {}, includes } = resource;
  const view = (account: Account, record: R, { expand }: Query) => {
    const customFields = Array.isArray(expand) && expand.includes('custom_fields');
    return viewRecord(resource, account, record, { customFields });
  };

  function find(account: Account, params: PathParams): R {
    const record = resource.collection(account.records).get(params['id'] ?? '');
    if (record && includes?.(record) !== false) return record;
    throw Problem.notFound(object.replaceAll('_', ' '));
  }

  function list(account: Account, query: ListQuery) {
    const { limit, offset } = query;
    const asked = Object.keys(filters).filter((name) => query[name] !== undefined);
    const matches = (record: R): boolean => {
      if (includes?.(record) === false) return false;
      return asked.every((name) => memberOf(resource, account, record, name) === query[name]);
    };
    const filtered = asked.length > 0 || includes !== undefined;
    const collection = resource.collection(account.records);
    const among = resource.among?.(account.records, query);
    const found = collection.page({ limit, offset, among, ...(filtered && { matches }) });
    return listAnswer(found, query, (record) => view(account, record, query));
  }

  return { view, find, list };
}
