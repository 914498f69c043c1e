import type { ClockView } from '../../schemas/clock.ts';
import type { Fault } from '../api/Fault.ts';
import { ClockCard } from '../clock/ClockCard.tsx';
import { DueCard } from '../clock/DueCard.tsx';
import { FaultForm } from '../clock/FaultForm.tsx';
import { FaultsCard } from '../clock/FaultsCard.tsx';
import { ResetCard } from '../clock/ResetCard.tsx';
import { useClock } from '../clock/useClock.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { Screen } from '../views/Screen.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { WaitingCard } from '../views/Waiting.tsx';

/** Developers → Clock & faults: the account's time, and what is to go wrong in it. */
export const ClockScreen = () => {
  const at = useAccountPath();
  const clock = useLoaded<ClockView>(at('clock'), [
    'clock',
    'checkout_session',
    'payment_intent',
    'delivery',
  ]);
  const faults = useLoaded<{ readonly data: readonly Fault[] }>(at('faults'), ['fault', 'request']);
  const waiting = !clock.value && !clock.trouble;
  const moves = useClock(clock.refresh);
  const moveTo = (now: string): void => {
    moves.set({ now });
  };
  return (
    <Screen title="Clock & faults">
      {clock.trouble && (
        <TroubleNote
          what="The clock could not be read."
          trouble={clock.trouble}
          onRetry={clock.reload}
        />
      )}
      <div class="split">
        <div class="stack">
          {waiting && <WaitingCard height={10} />}
          {clock.value && <ClockCard clock={clock.value} moves={moves} />}
          <FaultForm onAdded={faults.refresh} />
          <ResetCard />
        </div>
        <aside class="stack" aria-label="What is waiting">
          {waiting && <WaitingCard height={3} />}
          {clock.value && <DueCard clock={clock.value} onMove={moveTo} />}
          <FaultsCard loaded={faults} />
        </aside>
      </div>
    </Screen>
  );
};
