import type { Tone } from './Chip.tsx';

const known: Readonly<Record<string, readonly [Tone, string]>> = {
  open: ['', 'Open'],
  processing: ['warn', 'Processing'],
  completed: ['good', 'Completed'],
  expired: ['off', 'Expired'],
  succeeded: ['good', 'Succeeded'],
  pending: ['warn', 'Pending'],
  failed: ['bad', 'Declined'],
  requires_action: ['warn', 'Needs verification'],
  canceled: ['off', 'Canceled'],
  cancelled: ['off', 'Cancelled'],
  active: ['good', 'Active'],
  trialing: ['', 'Trialing'],
  past_due: ['bad', 'Past due'],
  paused: ['off', 'Paused'],
  incomplete: ['warn', 'Incomplete'],
  scheduled: ['', 'Scheduled'],
  draft: ['', 'Draft'],
  paid: ['good', 'Paid'],
  partially_paid: ['warn', 'Partly paid'],
  void: ['off', 'Void'],
  uncollectible: ['bad', 'Uncollectible'],
};

/** The shape and the word that stand for a state, by the name the API has for it. */
export const lookOfState = (state: string): readonly [Tone, string] => known[state] ?? ['', state];
