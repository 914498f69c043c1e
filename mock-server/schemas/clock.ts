import { z } from 'zod';

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of `90s`, `25h`, `1h30m`. */
function milliseconds(text: string): number {
  let sum = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)(ms|[smhd])/g)) {
    sum += Number(count) * units[unit as keyof typeof units];
  }
  return sum;
}

const durationWords = 'Give a duration such as 90s, 25h, 3d or 1h30m';

export const clockBodySchema = z
  .strictObject({
    advance: z
      .string({ error: durationWords })
      .max(32)
      .regex(/^(\d+(ms|[smhd]))+$/, { error: durationWords })
      .transform(milliseconds)
      .optional(),
    now: z.iso
      .datetime({ offset: true, error: 'Give an ISO 8601 time such as 2026-12-24T18:00:00Z' })
      .transform((text) => Date.parse(text))
      .optional(),
    freeze: z.boolean().optional(),
  })
  .superRefine((body, context) => {
    if (body.advance !== undefined && body.now !== undefined) {
      context.addIssue({ code: 'custom', path: ['now'], message: 'Give advance or now, not both' });
    }
    if (Object.values(body).every((value) => value === undefined)) {
      context.addIssue({ code: 'custom', path: [], message: 'Give advance, now or freeze' });
    }
  })
  .meta({ id: 'SetClock' });

export type ClockBody = z.infer<typeof clockBodySchema>;

export const clockSchema = z
  .object({
    object: z.literal('clock'),
    account_id: z.string(),
    now: z.iso.datetime(),
    frozen: z.boolean(),
    /** How far ahead of real time the clock is. */
    offset_ms: z.int(),
    next_due_at: z.iso.datetime().nullable(),
    /** What happens next by itself, the first thing first: at most five. */
    waiting: z.array(
      z.object({
        at: z.iso.datetime(),
        kind: z.string(),
        /** Of what it happens to. */
        id: z.string(),
        /** What a webhook will tell, and at which attempt. */
        webhook: z
          .object({ event_id: z.string(), event_type: z.string(), attempt: z.int() })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'Clock' });

export type ClockView = z.infer<typeof clockSchema>;
