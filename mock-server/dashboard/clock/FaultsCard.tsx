import { useState } from 'preact/hooks';
import { effectOfFault, type Fault } from '../api/Fault.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import type { Loaded } from '../useLoaded.ts';
import { TroubleNote } from '../views/TroubleNote.tsx';

const FaultList = ({ faults }: { faults: readonly Fault[] | undefined }) => {
  if (faults?.length === 0) return <p class="pad muted">None.</p>;
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
  const { value, trouble, reload, refresh } = loaded;
  const clear = async (): Promise<void> => {
    setKept(troubleOf(await api.send('DELETE', at('faults'))));
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
          <TroubleNote what="The faults were not cleared." trouble={kept} />
        </div>
      )}
      {trouble ? (
        <div class="pad">
          <TroubleNote what="The faults could not be read." trouble={trouble} onRetry={reload} />
        </div>
      ) : (
        <FaultList faults={value?.data} />
      )}
    </div>
  );
};
