import { useState } from 'preact/hooks';
import { effectOfFault, type Fault } from '../api/Fault.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import type { Loaded } from '../useLoaded.ts';
import { FailureNote } from '../views/FailureNote.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface FaultListProps {
  readonly faults: readonly Fault[] | undefined;
  /** They were cleared here, with a button that is gone with them. */
  readonly cleared: boolean;
}

const FaultList = ({ faults, cleared }: FaultListProps) => {
  const end = useKeptFocus<HTMLParagraphElement>(cleared, faults?.length ?? -1);
  if (faults?.length === 0)
    return (
      <p class="pad muted" tabIndex={-1} ref={end}>
        None.
      </p>
    );
  return (
    <ul class="rows small" aria-busy={faults === undefined}>
      {faults?.map((fault) => (
        <li key={fault.id}>
          <code>{fault.match}</code>
          <p class="muted">
            {effectOfFault(fault)} · {fault.left} of {fault.times} left
          </p>
        </li>
      )) ?? (
        <li>
          <span class="sk" />
        </li>
      )}
    </ul>
  );
};

/** What is to go wrong. */
export const FaultsCard = ({ loaded }: { loaded: Loaded<{ readonly data: readonly Fault[] }> }) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [kept, setKept] = useState<Trouble>();
  const [cleared, setCleared] = useState(false);
  const { value, trouble, reload, refresh } = loaded;
  const clear = async (): Promise<void> => {
    const wrong = troubleOf(await api.send('DELETE', at('faults')));
    setKept(wrong);
    setCleared(!wrong);
    refresh();
  };
  return (
    <div class="card">
      <header>
        <h2>Active faults</h2>
        {value && value.data.length > 0 && (
          <button type="button" class="btn quiet bare danger" onClick={() => void clear()}>
            Clear all
          </button>
        )}
      </header>
      {kept && (
        <div class="pad">
          <FailureNote what="The faults were not cleared." trouble={kept} />
        </div>
      )}
      {trouble ? (
        <div class="pad">
          <TroubleNote what="The faults could not be read." trouble={trouble} onRetry={reload} />
        </div>
      ) : (
        <FaultList faults={value?.data} cleared={cleared} />
      )}
    </div>
  );
};
