import { useEffect, useState } from 'preact/hooks';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { readCatalogue, type Catalogue } from '../api/Catalogue.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { CreateSessionForm } from '../form/CreateSessionForm.tsx';
import { defaultPriceId } from '../form/defaultPriceId.ts';
import { formOf } from '../form/formOf.ts';
import { emptyForm, type SessionForm } from '../form/SessionForm.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { Screen } from '../views/Screen.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { Waiting } from '../views/Waiting.tsx';

interface Start {
  readonly catalogue: Catalogue;
  readonly form: SessionForm;
}

/** What the form offers to choose from, and what it begins with: an empty one, or a session to make another like it. */
const useStart = (attempt: number): Start | Trouble | undefined => {
  const { api, place } = useDashboard();
  const at = useAccountPath();
  const [start, setStart] = useState<Start | Trouble>();
  const from = place.query.get('from');
  const load = async (): Promise<Start | Trouble> => {
    const catalogue = await readCatalogue(api, at);
    if ('code' in catalogue) return catalogue;
    const empty = emptyForm(defaultPriceId(catalogue));
    if (from === null) return { catalogue, form: empty };
    const path = `api/checkout-sessions/${encodeURIComponent(from)}?expand=custom_fields`;
    const reply = await api.get(at(path));
    return (
      troubleOf(reply) ?? { catalogue, form: formOf(reply.body as unknown as CheckoutSession) }
    );
  };
  useEffect(() => {
    setStart(undefined);
    void load().then(setStart);
  }, [attempt, from]);
  return start;
};

/** Transactions → Checkout Sessions → Create Checkout Session. */
export const CreateSessionScreen = () => {
  const { accountId } = useDashboard();
  const [attempt, setAttempt] = useState(0);
  const start = useStart(attempt);
  const list = hrefOf(accountId, 'checkout-sessions');
  return (
    <Screen title="Create Checkout Session" crumb={{ href: list, text: 'Checkout Sessions' }}>
      {start === undefined ? (
        <Waiting cards={[6, 7, 6]} beside={[3, 8]} />
      ) : 'code' in start ? (
        <TroubleNote
          what="The prices to choose from could not be read."
          trouble={start}
          onRetry={() => {
            setAttempt(attempt + 1);
          }}
        />
      ) : (
        <CreateSessionForm {...start} />
      )}
    </Screen>
  );
};
