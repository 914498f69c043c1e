import { useEffect, useState } from 'preact/hooks';
import type { Trouble } from '../api/Trouble.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { FailureNote } from '../views/FailureNote.tsx';
import { useAddFault, type FaultKind, type FaultValues } from './useAddFault.ts';

const requests = [
  ['POST /api/checkout/session/payments', 'A shopper pays'],
  ['GET /api/checkout/session', 'The page reads its session'],
  ['POST /api/checkout/session/promotion-code', 'A shopper enters a promotion code'],
  ['POST /api/:account_id/checkout-sessions', 'Your server makes a session'],
  ['GET /api/:account_id/checkout-sessions/:id', 'Your server reads a session'],
] as const;

const kinds: readonly (readonly [FaultKind, string])[] = [
  ['status', 'Answer with a status'],
  ['late', 'Answer late'],
  ['before', 'Drop before'],
  ['after_commit', 'Drop after it was saved'],
];

const What = ({ chosen, onChoose }: { chosen: FaultKind; onChoose: (kind: FaultKind) => void }) => (
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

/** What a number has to be, by the member of the request that it fills. */
const limits: Readonly<Record<string, string>> = {
  status: 'Enter a number from 400 to 599.',
  latency_ms: 'Enter a number from 1 to 60,000.',
  times: 'Enter a number from 1 to 1,000,000.',
};

const isWrong = (trouble: Trouble | undefined, member: string): boolean =>
  trouble?.faults.some(({ loc }) => loc[1] === member) ?? false;

const Numbers = ({
  values,
  trouble,
  onChange,
}: {
  values: FaultValues;
  trouble: Trouble | undefined;
  onChange: (changes: Partial<FaultValues>) => void;
}) => {
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
      error={isWrong(trouble, member) ? limits[member] : undefined}
      announced
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

/** The fields that can be seen, by the members of the request that they fill. */
const fieldsOf = (kind: FaultKind): Readonly<Record<string, string>> => ({
  ...(kind === 'status' && { status: 'fault-status' }),
  ...(kind === 'late' && { latency_ms: 'fault-latency' }),
  times: 'fault-times',
});

/** The first field that something is wrong with. */
const wrongField = (trouble: Trouble | undefined, kind: FaultKind): string | undefined =>
  Object.entries(fieldsOf(kind)).find(([member]) => isWrong(trouble, member))?.[1];

/** Lets the next requests of a kind go wrong. */
export const FaultForm = ({ onAdded }: { onAdded: () => void }) => {
  const [values, setValues] = useState(empty);
  const { trouble, said, add, forget } = useAddFault(onAdded);
  const wrong = wrongField(trouble, values.kind);
  useEffect(() => {
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
  }, [trouble]);
  const change = (changes: Partial<FaultValues>): void => {
    forget();
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
        {trouble && wrong === undefined && (
          <FailureNote what="The fault was not added." trouble={trouble} />
        )}
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
