import { lookOfState } from './lookOfState.ts';

/** Good: a dot. Under way: half. Bad: a diamond. Over: a dash. Else a ring. */
export type Tone = 'good' | 'warn' | 'bad' | 'off' | '';

/** A state: a shape and a word, the colour only repeats it. */
export const Chip = ({ tone, text }: { tone: Tone; text: string }) => (
  <span class={`chip ${tone}`}>{text}</span>
);

/** The state of a record, by the name the API has for it. */
export const StateChip = ({ state }: { state: string }) => {
  const [tone, text] = lookOfState(state);
  return <Chip tone={tone} text={text} />;
};
