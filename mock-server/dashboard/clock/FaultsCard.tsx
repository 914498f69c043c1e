import { useState } from 'preact/hooks';
import { effectOfFault, type Fault } from '../api/Fault.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import type { Loaded } from '../useLoaded.ts';
import { FailureNote } from '../views/FailureNote.tsx';
import { Icon } from '../views/Icon.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface FaultListProps {
  readonly faults: readonly Fault[] | undefined;
  /** Some were taken away here, with a button that is gone with them. */
  readonly acted: boolean;
  readonly onRemove: (fault: Fault) => void;
}

/** What was used up meets no request any more, and stays to be seen until it is taken away. */
const leftWords = ({ left, times }: Fault): string =>
  left > 0 ? `${String(left)} of ${String(times)} left` : 'used up';

const FaultRow = ({ fault, onRemove }: { fault: Fault; onRemove: () => void }) => (
  <li class="row">
    <div>
      <code>{fault.match}</code>
      <p class="muted">
        {effectOfFault(fault)} · {leftWords(fault)}
      </p>
    </div>
    <button
      type="button"
      class="btn quiet bare"
      aria-label={`Remove the fault on ${fault.match}`}
      // The second press of a double one would take the fault that has moved up.
      onClick={({ detail }) => detail <= 1 && onRemove()}
    >
      <Icon name="cross" />
    </button>
  </li>
);

const FaultList = ({ faults, acted, onRemove }: FaultListProps) => {
  const all = useKeptFocus<HTMLDivElement>(acted, faults?.length ?? -1);
  return (
    <div tabIndex={-1} ref={all}>
      {faults?.length === 0 ? (
        <p class="pad muted">None.</p>
      ) : (
        <ul class="rows small" aria-busy={faults === undefined}>
          {faults?.map((fault) => (
            <FaultRow key={fault.id} fault={fault} onRemove={() => onRemove(fault)} />
          )) ?? (
            <li>
              <span class="sk" />
            </li>
          )}
        </ul>
      )}
    </div>
  );
};

/** Takes faults away, one or all, and says where that did not work. */
const useRemoval = (refresh: () => void) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [kept, setKept] = useState<{ readonly what: string; readonly trouble: Trouble }>();
  const [acted, setActed] = useState(false);
  const remove = async (path: string, what: string): Promise<void> => {
    const trouble = troubleOf(await api.send('DELETE', at(path)));
    // Another window may have been faster: what is gone is as it was to be.
    const isKept = trouble !== undefined && trouble.code !== 'not_found';
    setKept(isKept ? { what, trouble } : undefined);
    setActed(!isKept);
    refresh();
  };
  return {
    ...{ kept, acted },
    clear: () => void remove('faults', 'The faults were not cleared.'),
    removeOne: ({ id }: Fault) =>
      void remove(`faults/${encodeURIComponent(id)}`, 'The fault was not removed.'),
  };
};

/** What is to go wrong. */
export const FaultsCard = ({ loaded }: { loaded: Loaded<{ readonly data: readonly Fault[] }> }) => {
  const { value, trouble, reload, refresh } = loaded;
  const { kept, acted, clear, removeOne } = useRemoval(refresh);
  return (
    <div class="card">
      <header>
        <h2>Faults</h2>
        {value && value.data.length > 0 && (
          <button type="button" class="btn quiet bare danger" onClick={clear}>
            Clear all
          </button>
        )}
      </header>
      {kept && (
        <div class="pad">
          <FailureNote {...kept} />
        </div>
      )}
      {trouble ? (
        <div class="pad">
          <TroubleNote what="The faults could not be read." trouble={trouble} onRetry={reload} />
        </div>
      ) : (
        <FaultList faults={value?.data} acted={acted} onRemove={removeOne} />
      )}
    </div>
  );
};
