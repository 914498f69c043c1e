import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../fields/TextField.tsx';

/** Asks for the control token of a server that has one. It is kept in memory alone. */
export const LockedScreen = ({
  onToken,
}: {
  /** Tries it, and says whether it was the right one. */
  onToken: (token: string) => Promise<boolean>;
}) => {
  const [token, setToken] = useState('');
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    document.title = 'Control token · PaymentKit mock server';
    document.getElementById('control-token')?.focus();
  }, [refusals]);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (await onToken(token)) return;
    setToken('');
    setRefusals(refusals + 1);
  };
  const isRefused = refusals > 0 && token === '';
  return (
    <main class="page alone" id="main">
      <h1>Control token</h1>
      <form class="card pad" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          id="control-token"
          label="Control token"
          look="code"
          type="password"
          value={token}
          error={isRefused ? 'The server did not accept this token.' : undefined}
          announced
          help="This server was started with one. The dashboard keeps it until this page is closed, and nowhere else."
          onInput={setToken}
        />
        <div class="acts">
          <button class="btn main">Open the dashboard</button>
        </div>
      </form>
    </main>
  );
};
