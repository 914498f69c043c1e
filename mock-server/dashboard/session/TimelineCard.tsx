import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { Chip } from '../views/Chip.tsx';
import { Icon, type IconName } from '../views/Icon.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface Moment {
  readonly at: string;
  readonly kind: string;
  readonly title: string;
  readonly detail?: string | null;
}

const drawings: readonly (readonly [RegExp, IconName, string])[] = [
  [/completed|succeeded/, 'done', 'good'],
  [/declined|failed/, 'failed', 'bad'],
  [/challenge|requires_action|processing/, 'clock', 'warn'],
  [/deliver|event/, 'pulse', ''],
];

const plain: (typeof drawings)[number] = [/^/, 'mark', ''];

const MomentItem = ({ moment }: { moment: Moment }) => {
  const [, icon, tone] = drawings.find(([kind]) => kind.test(moment.kind)) ?? plain;
  return (
    <li>
      <span class={`dot ${tone}`}>
        <Icon name={icon} />
      </span>
      <b>{moment.title}</b>
      <span class="small muted num">
        <Time at={moment.at} as="day" />
        {moment.detail && ` · ${moment.detail}`}
      </span>
    </li>
  );
};

type Attempt = NonNullable<CheckoutSession['cascade_status']>['attempts'][number];

/** What each tier of a cascade was, and what its processors said to it. */
const Tiers = ({ session }: { session: CheckoutSession }) => {
  const { cascade_status: cascade } = session;
  if (!cascade || cascade.attempts.length === 0) return null;
  const tiers = new Map<number, Attempt[]>();
  for (const attempt of cascade.attempts) {
    tiers.set(attempt.tier, [...(tiers.get(attempt.tier) ?? []), attempt]);
  }
  return (
    <ol class="tier small">
      {[...tiers].map(([tier, attempts]) => (
        <li key={tier}>
          <b>Tier {tier}</b>
          {attempts.map(({ processor_id: processor, outcome, decline_code: code, at }) => (
            <div key={`${processor} ${at}`} class="row">
              <code class="muted">{processor}</code>
              <Chip tone={code === null ? 'good' : 'bad'} text={code ?? outcome} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
};

/** What has become of a session, newest first. */
export const TimelineCard = ({ session }: { session: CheckoutSession }) => {
  const at = useAccountPath();
  const path = at(`sessions/${encodeURIComponent(session.id)}/timeline`);
  const { value, trouble, reload } = useLoaded<{ readonly data: readonly Moment[] }>(path, [
    'checkout_session',
    'payment_intent',
    'event',
    'delivery',
    'clock',
  ]);
  return (
    <div class="card">
      <header>
        <h2>Timeline</h2>
      </header>
      {trouble && (
        <div class="pad">
          <TroubleNote what="The timeline could not be read." trouble={trouble} onRetry={reload} />
        </div>
      )}
      {value && (
        <ol class="time" reversed>
          {[...value.data].reverse().map((moment, index) => (
            <MomentItem key={`${moment.at} ${String(index)}`} moment={moment} />
          ))}
        </ol>
      )}
      <Tiers session={session} />
    </div>
  );
};
