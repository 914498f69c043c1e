import type { Page } from '../api/Page.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { StateChip } from '../views/Chip.tsx';

/** How often a shopper was declined who may still pay. */
const Declined = ({ id }: { id: string }) => {
  const query = `checkout_session_id=${encodeURIComponent(id)}&status=failed&limit=1`;
  const path = useAccountPath()(`api/payment-intents?${query}`);
  const { value } = useLoaded<Page<unknown>>(path, ['payment_intent']);
  if (!value || value.total === 0) return null;
  return <span class="small muted num">{value.total} declined</span>;
};

/** The state of a session in a list. */
export const SessionState = ({ id, state }: { id: string; state: string }) => (
  <span class="acts">
    <StateChip state={state} />
    {state === 'open' && <Declined id={id} />}
  </span>
);
