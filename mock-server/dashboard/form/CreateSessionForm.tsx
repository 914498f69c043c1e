import { useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '../api/Catalogue.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { FailureNote } from '../views/FailureNote.tsx';
import { AdvancedFields } from './AdvancedFields.tsx';
import { FaultSummary } from './FaultSummary.tsx';
import { formFaults } from './formFaults.ts';
import { ItemRows } from './ItemRows.tsx';
import { MainFields } from './MainFields.tsx';
import { OrderPreview } from './OrderPreview.tsx';
import { RequestPreview } from './RequestPreview.tsx';
import type { SessionForm } from './SessionForm.ts';
import { toBody } from './toBody.ts';
import { useSessionForm, type FormState } from './useSessionForm.ts';

/** Sends the form once at a time and goes on to the session that came of it. */
const useCreate = (state: FormState, body: unknown) => {
  const { api, router, accountId } = useDashboard();
  const at = useAccountPath();
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    const [first] = state.faults;
    if (first) document.getElementById(first.place)?.focus();
  }, [refusals]);
  const create = async (): Promise<void> => {
    if (working) return;
    setWorking(true);
    const reply = await api.send('POST', at('api/checkout-sessions'), body);
    setWorking(false);
    const wrong = troubleOf(reply);
    const faults = formFaults(wrong?.faults ?? []);
    state.refuse(faults);
    setTrouble(faults.length > 0 ? undefined : wrong);
    setRefusals((count) => count + 1);
    if (wrong) return;
    router.go(hrefOf(accountId, 'checkout-sessions', String(reply.body['id'])));
  };
  return { working, trouble, create };
};

const Items = ({ state, catalogue }: { state: FormState; catalogue: Catalogue }) => {
  const listFault = state.faultAt('line_items');
  return (
    <fieldset class="card">
      <legend class="sr">Line items</legend>
      <header aria-hidden="true">
        <h2>Line items</h2>
      </header>
      {listFault !== undefined && (
        <p class="err pad" id="line_items" tabIndex={-1}>
          {listFault}
        </p>
      )}
      <ItemRows
        {...{ state, catalogue }}
        place="line_items"
        items={state.form.items}
        onChange={(items) => {
          state.mend('line_items');
          state.change({ items });
        }}
      />
    </fieldset>
  );
};

const FormActions = ({ working }: { working: boolean }) => (
  <div class="acts">
    <button class="btn main" aria-disabled={working}>
      Create Checkout Session
    </button>
    <a class="btn quiet" href={hrefOf(useDashboard().accountId, 'checkout-sessions')}>
      Cancel
    </a>
  </div>
);

/** The form of a checkout session, with what it would cost and the request it stands for beside it. */
export const CreateSessionForm = ({
  catalogue,
  form: initial,
}: {
  catalogue: Catalogue;
  form: SessionForm;
}) => {
  const { accountId } = useDashboard();
  const state = useSessionForm(initial);
  const { form, faults } = state;
  const body = toBody(form, catalogue.definitions);
  const { working, trouble, create } = useCreate(state, body);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void create();
  };
  const fields = { state, catalogue };
  return (
    <div class="split">
      <form class="stack" noValidate onSubmit={submit}>
        {faults.length > 0 && <FaultSummary faults={faults} />}
        {trouble && <FailureNote what="The session was not created." trouble={trouble} />}
        <MainFields {...fields} />
        {form.mode === 'payment' && <Items {...fields} />}
        <AdvancedFields {...fields} />
        <FormActions working={working} />
      </form>
      <aside class="stack" aria-label="Preview">
        <OrderPreview {...{ form, catalogue }} />
        <RequestPreview {...{ accountId, body }} />
      </aside>
    </div>
  );
};
