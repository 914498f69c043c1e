import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../form/TextField.tsx';

/** Asks for the control token of a server that has one. It is kept in memory alone. */
export const LockedScreen = ({ onToken }: { onToken: (token: string) => void }) => {
  const [token, setToken] = useState('');
  useEffect(() => {
    document.title = 'Control token · PaymentKit mock server';
    document.getElementById('control-token')?.focus();
  }, []);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onToken(token);
  };
  return (
    <main class="page alone" id="main">
      <h1>Control token</h1>
      <form class="card pad" noValidate onSubmit={submit}>
        <TextField
          id="control-token"
          label="Control token"
          look="code"
          type="password"
          value={token}
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
