import type { Rhythm } from './later.ts';

export interface Bill {
  readonly amount: number;
  readonly at: number;
  status: 'open' | 'paid' | 'uncollectible' | 'void';
  attempts: number;
  next: number | null;
}

export interface Task {
  readonly at: number;
  readonly what: 'period' | 'retry' | 'resume';
  readonly bill?: Bill;
}

/** Half off: the next bill, all of them, or those of so many months. */
export type Duration = 'once' | 'forever' | number;

/**
 * What billing is to do, written a second time and as simply as it can be: one subscription, its bills, and a list of
 * what is to come, in order. No records, no events, no processors.
 */
export interface BillingModel {
  readonly rhythm: Rhythm;
  readonly unitAmount: number;
  readonly bills: Bill[];
  readonly tasks: Task[];
  readonly charges: { succeeded: number; failed: number };
  now: number;
  state: 'incomplete' | 'active' | 'past_due' | 'paused' | 'cancelled';
  periodStart: number;
  periodEnd: number;
  /** Where periods are counted from, and how many there have been. */
  anchor: number;
  periods: number;
  quantity: number;
  /** The card that is charged declines everything above what it has. */
  isPoor: boolean;
  endsWithPeriod: boolean;
  pausesWithPeriod: { readonly cycles: number | null } | undefined;
  pausedAt: number;
  resumesAt: number | undefined;
  coupon: { readonly duration: Duration; readonly since: number } | undefined;
}
