import { useEffect, useState } from 'preact/hooks';
import { eventTypes } from '../../domain/webhooks/eventTypes.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { TextField } from '../fields/TextField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useOncePer } from '../useOncePer.ts';
import { FailureNote } from '../views/FailureNote.tsx';

const choices = [['*', 'All events'], ...eventTypes.map((type) => [type, type] as const)] as const;

/** What is wrong with the address; other trouble stands above the form. */
const urlFault = (trouble: Trouble | undefined): string | undefined =>
  trouble?.faults.find(({ loc }) => loc[1] === 'url')?.msg;

/** Sends the form and keeps what was wrong with it. */
const useAdd = (onAdded: () => void) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [trouble, setTrouble] = useState<Trouble>();
  const once = useOncePer('');
  const add = async (url: string, events: string): Promise<boolean> => {
    const body = { url, events: [events] };
    const wrong = troubleOf(await api.send('POST', at('api/webhook-endpoints'), body));
    setTrouble(wrong);
    if (!wrong) onAdded();
    return !wrong;
  };
  return { trouble, add: (url: string, events: string) => once(() => add(url, events)) };
};

/** Adds an address that is told of what happens. */
export const EndpointForm = ({ onAdded }: { onAdded: () => void }) => {
  const [url, setUrl] = useState('http://localhost:3000/webhooks');
  const [events, setEvents] = useState<string>('*');
  const { trouble, add } = useAdd(onAdded);
  const fault = urlFault(trouble);
  useEffect(() => {
    document.getElementById('url')?.focus();
  }, [trouble]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void add(url, events);
  };
  const help = 'https://, or http:// on this machine.';
  return (
    <form class="pad" noValidate onSubmit={submit}>
      {trouble && fault === undefined && (
        <FailureNote what="The endpoint was not added." trouble={trouble} />
      )}
      <TextField
        {...{ id: 'url', label: 'URL', look: 'code', inputMode: 'url', value: url, help }}
        error={fault}
        announced
        onInput={setUrl}
      />
      <SelectField
        {...{ id: 'events', label: 'Events', value: events, options: choices }}
        onChange={setEvents}
      />
      <div class="acts">
        <button class="btn main">Add endpoint</button>
      </div>
    </form>
  );
};
