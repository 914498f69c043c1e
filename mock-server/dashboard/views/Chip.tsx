/** Good: a dot. Under way: half. Bad: a diamond. Over: a dash. Else a ring. */
export type Tone = 'good' | 'warn' | 'bad' | 'off' | '';

/** A state: a shape and a word, the colour only repeats it. */
export const Chip = ({ tone, text }: { tone: Tone; text: string }) => (
  <span class={`chip ${tone}`}>{text}</span>
);
