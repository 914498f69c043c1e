/** Good: a dot. Under way: half. Bad: a diamond. Over: a dash. Else a ring. */
export type Tone = 'good' | 'warn' | 'bad' | 'off' | '';

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

/** A state: a shape and a word, the colour only repeats it. */
export const Chip = ({ tone, text }: { tone: Tone; text: string }) => (
  <span class={`chip ${tone}`}>{text}</span>
);

/** The state of a record, by the name the API has for it. */
export const StateChip = ({ state }: { state: string }) => {
  const [tone, text] = known[state] ?? ['', state];
  return <Chip tone={tone} text={text} />;
};
