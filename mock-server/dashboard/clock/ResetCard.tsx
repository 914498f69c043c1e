import { useState } from 'preact/hooks';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useDashboard } from '../useDashboard.ts';
import { AskFirst } from '../views/AskFirst.tsx';
import { FailureNote } from '../views/FailureNote.tsx';

/** A way to begin anew without restarting the server. */
export const ResetCard = () => {
  const { accountId, api } = useDashboard();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
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
        <div class="acts">
          <AskFirst
            act="Reset this account"
            keep="Keep everything"
            confirm="Reset it for good"
            onConfirm={() => void reset()}
          />
        </div>
        <p class="small" role="status">
          {said}
        </p>
        {trouble && <FailureNote what="Nothing was reset." trouble={trouble} />}
      </div>
    </div>
  );
};
