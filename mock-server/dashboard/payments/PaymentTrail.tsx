import type { PaymentAttempt } from '../api/PaymentIntent.ts';
import type { Tier } from '../sessions/tierOf.ts';
import { Chip, type Tone } from '../views/Chip.tsx';

const outcomes: Readonly<Record<PaymentAttempt['outcome'], readonly [Tone, string]>> = {
  succeeded: ['good', 'Charged'],
  declined: ['bad', 'Declined'],
  requires_action: ['warn', 'Needs verification'],
  processing: ['warn', 'Processing'],
  canceled: ['off', 'Given up'],
};

/** The attempts of each tier, in order. */
const byTier = (attempts: readonly PaymentAttempt[]): ReadonlyMap<number, PaymentAttempt[]> => {
  const tiers = new Map<number, PaymentAttempt[]>();
  for (const attempt of attempts) {
    tiers.set(attempt.tier, [...(tiers.get(attempt.tier) ?? []), attempt]);
  }
  return tiers;
};

const TierHead = ({ tier: { name, amount, routeId } }: { tier: Tier }) => (
  <>
    <div class="row whole">
      <b>{name}</b>
      <span class="num">{amount}</span>
    </div>
    {routeId !== undefined && (
      <p class="muted">
        On route <code>{routeId}</code>
      </p>
    )}
  </>
);

/** Which processors were asked for which tier, and what each said. */
export const PaymentTrail = ({
  attempts,
  tierOf,
}: {
  attempts: readonly PaymentAttempt[];
  tierOf?: (tier: number) => Tier;
}) => {
  if (attempts.length === 0) return null;
  return (
    <ol class="tier small">
      {[...byTier(attempts)].map(([tier, asked]) => (
        <li key={tier}>
          {tierOf && <TierHead tier={tierOf(tier)} />}
          {asked.map(({ processor_id: processor, outcome, decline_code: code }, index) => {
            const [tone, text] = outcomes[outcome];
            return (
              <div key={`${processor} ${String(index)}`} class="row">
                <code class="muted">{processor}</code>
                <Chip tone={tone} text={code ?? text} />
              </div>
            );
          })}
        </li>
      ))}
    </ol>
  );
};
