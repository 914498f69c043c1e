import type { Trouble } from '../api/Trouble.ts';
import { TroubleNote } from './TroubleNote.tsx';

/** Why a change was not made. Who has heard nothing of one does not know whether it was. */
export const FailureNote = ({ what, trouble }: { what: string; trouble: Trouble }) => (
  <TroubleNote
    what={trouble.refused ? what : 'It is not known whether that was done.'}
    trouble={trouble}
  />
);
