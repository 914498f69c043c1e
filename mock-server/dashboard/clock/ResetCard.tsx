import { useState } from 'preact/hooks';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useDashboard } from '../useDashboard.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import { TroubleNote } from '../views/TroubleNote.tsx';

/** Asks first. The second press of a double click finds the way back in the place of the question. */
const ResetButtons = ({ onReset }: { onReset: () => void }) => {
  const [asked, setAsked] = useState(false);
  return (
    <div class="acts">
      <button
        type="button"
        class="btn"
        onClick={() => {
          setAsked(!asked);
        }}
      >
        {asked ? 'Keep everything' : 'Reset this account'}
      </button>
      {asked && (
        <button
          type="button"
          class="btn danger"
          onClick={() => {
            setAsked(false);
            onReset();
          }}
        >
          Reset it for good
        </button>
      )}
    </div>
  );
};

/** A way to begin anew without restarting the server. */
export const ResetCard = () => {
  const { accountId, api } = useDashboard();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const end = useKeptFocus<HTMLParagraphElement>(said !== '', said);
  const reset = async (): Promise<void> => {
    const path = `/accounts/${encodeURIComponent(accountId)}`;
    const wrong = troubleOf(await api.send('DELETE', path));
    setTrouble(wrong);
    setSaid(wrong ? '' : 'The account is as it was at first.');
  };
  return (
    <div class="card">
      <header>
        <h2>Start again</h2>
      </header>
      <div class="pad">
        <p class="small muted">
          Forgets every session, payment, subscription, webhook and fault of this account, puts its
          clock right and its first prices back.
        </p>
        <ResetButtons onReset={() => void reset()} />
        <p class="small" role="status" tabIndex={-1} ref={end}>
          {said}
        </p>
        {trouble && <TroubleNote what="Nothing was reset." trouble={trouble} />}
      </div>
    </div>
  );
};
