import { useRef, useState } from 'preact/hooks';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { SelectField } from '../form/SelectField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { FailureNote } from '../views/FailureNote.tsx';

type Kind = 'status' | 'late' | 'before' | 'after_commit';

interface FaultValues {
  readonly match: string;
  readonly kind: Kind;
  readonly status: string;
  readonly latency: string;
  readonly times: string;
}

const requests = [
  ['POST /api/checkout/session/payments', 'A shopper pays'],
  ['GET /api/checkout/session', 'The page reads its session'],
  ['POST /api/checkout/session/promotion-code', 'A shopper enters a promotion code'],
  ['POST /api/:account_id/checkout-sessions', 'Your server makes a session'],
  ['GET /api/:account_id/checkout-sessions/:id', 'Your server reads a session'],
] as const;

const kinds: readonly (readonly [Kind, string])[] = [
  ['status', 'Answer with a status'],
  ['late', 'Answer late'],
  ['before', 'Drop before'],
  ['after_commit', 'Drop after it was saved'],
];

/** The body of the request that adds a fault. */
const faultBody = ({ match, kind, status, latency, times }: FaultValues) => ({
  match,
  times: Number(times),
  ...(kind === 'status' && { status: Number(status) }),
  ...(kind === 'late' && { latency_ms: Number(latency) }),
  ...((kind === 'before' || kind === 'after_commit') && { drop: kind }),
});

const What = ({ chosen, onChoose }: { chosen: Kind; onChoose: (kind: Kind) => void }) => (
  <fieldset class="field">
    <legend class="lab">This happens</legend>
    <div class="pick">
      {kinds.map(([kind, text]) => (
        <label key={kind}>
          <input
            type="radio"
            name="fault"
            checked={chosen === kind}
            onChange={() => {
              onChoose(kind);
            }}
          />
          <span class="btn">{text}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

const Numbers = ({
  values,
  trouble,
  onChange,
}: {
  values: FaultValues;
  trouble: Trouble | undefined;
  onChange: (changes: Partial<FaultValues>) => void;
}) => {
  const errorAt = (name: string): string | undefined =>
    trouble?.faults.find(({ loc }) => loc[1] === name)?.msg;
  const number = (
    id: string,
    label: string,
    name: 'status' | 'latency' | 'times',
    member: string,
  ) => (
    <TextField
      id={id}
      label={label}
      look="num"
      inputMode="numeric"
      value={values[name]}
      error={errorAt(member)}
      onInput={(value) => {
        onChange({ [name]: value });
      }}
    />
  );
  return (
    <div class="two">
      {values.kind === 'status' && number('fault-status', 'Status', 'status', 'status')}
      {values.kind === 'late' && number('fault-latency', 'Milliseconds', 'latency', 'latency_ms')}
      {number('fault-times', 'How many times', 'times', 'times')}
    </div>
  );
};

const empty: FaultValues = {
  match: requests[0][0],
  kind: 'status',
  status: '503',
  latency: '3000',
  times: '1',
};

const Match = ({ match, onChange }: { match: string; onChange: (match: string) => void }) => (
  <SelectField
    id="fault-match"
    label="When this is asked"
    value={match}
    options={requests.map(([path, words]) => [path, `${words}: ${path}`])}
    onChange={onChange}
  />
);

/** The second press of a double one means nothing, however fast the first was answered. */
const ignoreSecond = (event: MouseEvent): void => {
  if (event.detail > 1) event.preventDefault();
};

/** Nor does a key that is still down. */
const ignoreHeld = (event: KeyboardEvent): void => {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
};

/** Adds faults, one at a time, and says how that went. */
const useAdd = (onAdded: () => void) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [trouble, setTrouble] = useState<Trouble>();
  const [said, setSaid] = useState('');
  const running = useRef(false);
  const add = async (values: FaultValues): Promise<void> => {
    if (running.current) return;
    running.current = true;
    const wrong = troubleOf(await api.send('POST', at('faults'), faultBody(values)));
    running.current = false;
    setTrouble(wrong);
    setSaid(wrong ? '' : 'Added. It meets the next request of its kind.');
    onAdded();
  };
  return { trouble, said, add: (values: FaultValues) => void add(values) };
};

/** Lets the next requests of a kind go wrong. */
export const FaultForm = ({ onAdded }: { onAdded: () => void }) => {
  const [values, setValues] = useState(empty);
  const { trouble, said, add } = useAdd(onAdded);
  const change = (changes: Partial<FaultValues>): void => {
    setValues((before) => ({ ...before, ...changes }));
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    add(values);
  };
  return (
    <form class="card" noValidate onSubmit={submit} onKeyDown={ignoreHeld}>
      <header>
        <h2>Add a fault</h2>
      </header>
      <div class="pad">
        {trouble && <FailureNote what="The fault was not added." trouble={trouble} />}
        <Match match={values.match} onChange={(match) => change({ match })} />
        <What chosen={values.kind} onChoose={(kind) => change({ kind })} />
        <Numbers {...{ values, trouble }} onChange={change} />
        <div class="acts">
          <button class="btn main" onClick={ignoreSecond}>
            Add fault
          </button>
        </div>
        <p class="small" role="status">
          {said}
        </p>
      </div>
    </form>
  );
};
