import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../fields/TextField.tsx';

const isAccountId = (id: string): boolean => /^[\w-]{1,64}$/.test(id) && id !== 'checkout';

/** A way to an account that is not in the list yet. */
export const OpenAccountForm = ({ onOpen }: { onOpen: (id: string) => void }) => {
  const [id, setId] = useState('');
  const [refused, setRefused] = useState<string>();
  const isRefused = refused === id;
  useEffect(() => {
    if (refused !== undefined) document.getElementById('account-id')?.focus();
  }, [refused]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isAccountId(id.trim())) onOpen(id.trim());
    else setRefused(id);
  };
  return (
    <form class="card pad" noValidate onSubmit={submit}>
      <div class="join">
        <TextField
          id="account-id"
          label="Another account"
          look="code"
          value={id}
          error={isRefused ? 'Enter 1 to 64 letters, digits, hyphens or underscores.' : undefined}
          announced
          onInput={setId}
        />
        <button class="btn">Open</button>
      </div>
    </form>
  );
};
