import type { Trouble } from '../api/Trouble.ts';
import { Note } from './Note.tsx';

/** Why something could not be shown, with a way to try again. */
export const TroubleNote = ({
  what,
  trouble,
  onRetry,
}: {
  what: string;
  trouble: Trouble;
  onRetry?: () => void;
}) => (
  <Note bad>
    <p>
      <b>{what}</b> {trouble.detail}
    </p>
    {onRetry && trouble.code !== 'not_found' && (
      <button type="button" class="btn" onClick={onRetry}>
        Try again
      </button>
    )}
  </Note>
);
