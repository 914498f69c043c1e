import type { z } from 'zod';
import { isoTime } from '../domain/time/isoTime.ts';
import type { Account } from '../store/createAccount.ts';
import type { Dated } from '../store/records/Dated.ts';
import type { Resource } from './Resource.ts';

/** A record as the API shows it. */
export function viewRecord<R extends Dated, S extends z.ZodRawShape, C, U>(
  resource: Resource<R, S, C, U>,
  account: Account,
  record: R,
  expand: { readonly customFields: boolean },
): Record<string, unknown> {
  return {
    id: record.id,
    object: resource.object,
    account_id: account.id,
    livemode: false,
    ...resource.view(record, account),
    created_at: isoTime(record.created_at),
    updated_at: isoTime(record.updated_at),
    ...(expand.customFields && { custom_fields: resource.customFields?.(record) }),
  };
}
