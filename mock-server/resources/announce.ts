import type { z } from 'zod';
import { changedMembers } from '../domain/webhooks/changedMembers.ts';
import type { EventType } from '../domain/webhooks/eventTypes.ts';
import type { Account } from '../store/createAccount.ts';
import { recordEvent } from '../store/recordEvent.ts';
import type { Dated } from '../store/records/Dated.ts';
import type { Resource } from './Resource.ts';
import { viewRecord } from './viewRecord.ts';

/**
 * Tells of a record that came to be, or that is no longer what it was `before`. A change of nothing is none. What a
 * decision wrote in steps is told of as one change, since it was last told of: who adds changes up has each once.
 */
export function announce<R extends Dated, S extends z.ZodRawShape, C, U>(
  account: Account,
  type: EventType,
  resource: Resource<R, S, C, U>,
  change: { readonly record: R; readonly before?: R; readonly now: number },
): void {
  const { record, before, now } = change;
  const expand = { customFields: resource.customFields !== undefined };
  const view = (of: R) => viewRecord(resource, account, of, expand);
  const after = view(record);
  const changed = before && changedMembers(view(before), after);
  if (changed && Object.keys(changed).length === 0) return;
  const since = resource.collection(account.records).told(record.id);
  const isStep = changed && since && since !== before;
  recordEvent(account, now, type, after, isStep ? changedMembers(view(since), after) : changed);
}
