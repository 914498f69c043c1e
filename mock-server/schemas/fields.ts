import { z } from 'zod';
import { isCurrency } from '../domain/pricing/isCurrency.ts';
import { endOfTime } from '../domain/time/endOfTime.ts';

/** The id of something else. Whether it is there is looked up afterwards. */
export const idField = z.string().min(1).max(255);

export const nameField = z.string().trim().min(1).max(255);

export const descriptionField = z.string().trim().max(1000).nullable();

export const amountField = z.int().min(0).max(99_999_999_999);

const currencyError = { error: 'Give an ISO 4217 code in lower case, such as usd' };

export const currencyField = z
  .string()
  .regex(/^[a-z]{3}$/, currencyError)
  .refine(isCurrency, currencyError);

/** How often something may be used. */
export const limitField = z.int().min(1).max(999_999_999).nullable();

const yearZero = Date.parse('0000-01-01T00:00:00Z');

/** A moment, kept in milliseconds. */
export const timeField = z.iso
  .datetime({ offset: true, error: 'Give an ISO 8601 time such as 2026-12-24T18:00:00Z' })
  .transform((text) => Date.parse(text))
  // An offset leads beyond the year that is written.
  .refine((at) => at >= yearZero && at <= endOfTime, { error: 'Give a year from 0 to 9999' })
  .nullable();

/** Checked against the definitions of their entity afterwards; `null` deletes a value. */
export const customFieldsField = z.record(
  z.string().max(255),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

/** A merchant's own notes: nothing here reads them. */
export const metadataField = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((metadata) => Object.keys(metadata).length <= 50, { error: 'Give at most 50 of them' });

/** What a PATCH may not change. Naming it is clearer than calling it unknown. */
export const fixedField = z
  .never({ error: 'This cannot be changed. Leave it out, or make a new one' })
  .optional();
