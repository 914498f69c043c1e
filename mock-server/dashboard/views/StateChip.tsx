import { Chip } from './Chip.tsx';
import { lookOfState } from './lookOfState.ts';

/** The state of a record, by the name the API has for it. */
export const StateChip = ({ state }: { state: string }) => {
  const [tone, text] = lookOfState(state);
  return <Chip tone={tone} text={text} />;
};
