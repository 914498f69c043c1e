import type { z } from 'zod';
import { changedMembers } from '../domain/webhooks/changedMembers.ts';
import type { EventType } from '../domain/webhooks/eventTypes.ts';
import type { Account } from '../store/createAccount.ts';
import { recordEvent } from '../store/recordEvent.ts';
import type { Dated } from '../store/records/AccountRecords.ts';
import type { Resource } from './Resource.ts';
import { viewRecord } from './viewRecord.ts';

/** Tells of a record that came to be, or that is no longer what it was `before`. A change of nothing is none. */
export function announce<R extends Dated, S extends z.ZodRawShape, C, U>(
  account: Account,
  type: EventType,
  resource: Resource<R, S, C, U>,
  change: { readonly record: R; readonly before?: R; readonly now: number },
): void {
  const { record, before, now } = change;
  const expand = { customFields: resource.customFields !== undefined };
  const view = viewRecord(resource, account, record, expand);
  const was = before && viewRecord(resource, account, before, expand);
  const changed = was && changedMembers(was, view);
  if (changed && Object.keys(changed).length === 0) return;
  recordEvent(account, now, type, view, changed);
}
