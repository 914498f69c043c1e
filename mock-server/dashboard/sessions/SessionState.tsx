import type { Page } from '../api/Page.ts';
import type { PaymentIntent } from '../api/PaymentIntent.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { StateChip } from '../views/StateChip.tsx';

/** As much of a session as its state is told by. */
interface Stated {
  readonly id: string;
  readonly state: string;
  readonly created_at: string;
}

const Times = ({ times }: { times: number }) =>
  times === 0 ? null : <span class="small muted num">{times} declined</span>;

const AskedTimes = ({ id }: { id: string }) => {
  const query = `checkout_session_id=${encodeURIComponent(id)}&status=failed&limit=1`;
  const path = useAccountPath()(`api/payment-intents?${query}`);
  const { value } = useLoaded<Page<unknown>>(path, ['payment_intent']);
  return <Times times={value?.total ?? 0} />;
};

/** How often a shopper was declined who may still pay. What was read may not go back to the first time. */
const Declined = ({ session, declined }: { session: Stated; declined: Page<PaymentIntent> }) => {
  const { data, has_more: more } = declined;
  const oldest = data.at(-1)?.created_at;
  if (more && (oldest === undefined || session.created_at <= oldest)) {
    return <AskedTimes id={session.id} />;
  }
  return <Times times={data.filter(({ checkout_session_id: of }) => of === session.id).length} />;
};

/** The state of a session in a list. `declined`: the newest payments that were, as far as they are read. */
export const SessionState = (props: {
  session: Stated;
  declined: Page<PaymentIntent> | undefined;
}) => {
  const { session, declined } = props;
  return (
    <span class="acts">
      <StateChip state={session.state} />
      {session.state === 'open' && declined && <Declined {...{ session, declined }} />}
    </span>
  );
};
