import { useRef, useState } from 'preact/hooks';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';

export interface ClockMoves {
  /** Why it was not moved. */
  readonly trouble: Trouble | undefined;
  /** The time that it was to be moved to then, where it was to be one. */
  readonly refused: unknown;
  /** What is said while it takes its time; empty otherwise. */
  readonly said: string;
  /** Moves, stops or starts it, one change at a time. */
  readonly set: (change: Readonly<Record<string, unknown>>) => void;
}

/** A change that takes longer is noticed, and is told of. */
const noticed = 400;

/** What falls due is done before the answer comes, and each server that does not answer a webhook is waited for. */
const deadline = 10 * 60_000;

/** Moves, stops and starts the account's clock. */
export const useClock = (onMoved: () => void): ClockMoves => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [trouble, setTrouble] = useState<Trouble>();
  const [refused, setRefused] = useState<unknown>();
  const [said, setSaid] = useState('');
  const running = useRef(false);
  const set = async (change: Readonly<Record<string, unknown>>): Promise<void> => {
    if (running.current) return;
    running.current = true;
    const timer = setTimeout(setSaid, noticed, 'Working. What falls due on the way is done first.');
    const reply = await api.send('POST', at('clock'), change, { deadline });
    clearTimeout(timer);
    running.current = false;
    setSaid('');
    const wrong = troubleOf(reply);
    setTrouble(wrong);
    setRefused(wrong && change['now']);
    onMoved();
  };
  return { trouble, refused, said, set: (change) => void set(change) };
};
