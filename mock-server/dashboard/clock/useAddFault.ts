import { useRef, useState } from 'preact/hooks';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';

/** What goes wrong: an answer of its own, a late one, or none. */
export type FaultKind = 'status' | 'late' | 'before' | 'after_commit';

/** The form as it is filled in. */
export interface FaultValues {
  readonly match: string;
  readonly kind: FaultKind;
  readonly status: string;
  readonly latency: string;
  readonly times: string;
}

/** The body of the request that adds a fault. */
const faultBody = ({ match, kind, status, latency, times }: FaultValues) => ({
  match,
  times: Number(times),
  ...(kind === 'status' && { status: Number(status) }),
  ...(kind === 'late' && { latency_ms: Number(latency) }),
  ...((kind === 'before' || kind === 'after_commit') && { drop: kind }),
});

/** Adds faults, one at a time, and says how that went. */
export const useAddFault = (onAdded: () => void) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [trouble, setTrouble] = useState<Trouble>();
  const [said, setSaid] = useState('');
  const running = useRef(false);
  const add = async (values: FaultValues): Promise<void> => {
    if (running.current) return;
    running.current = true;
    const wrong = troubleOf(await api.send('POST', at('faults'), faultBody(values)));
    running.current = false;
    setTrouble(wrong);
    setSaid(wrong ? '' : 'Added. It meets the next request of its kind.');
    onAdded();
  };
  return {
    ...{ trouble, said },
    add: (values: FaultValues) => void add(values),
    /** The form is changed: what was wrong with it is no longer. */
    forget: () => {
      setTrouble(undefined);
    },
  };
};
