import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../../schemas/clock.ts';

const second = 1000;

/** The account's time as it goes on, from when it was read. Standing still where it was stopped. */
export const useServerTime = (clock: ClockView | undefined): number | undefined => {
  const [, tick] = useState(0);
  const [read, setRead] = useState<{ readonly clock: ClockView; readonly at: number }>();
  useEffect(() => {
    if (clock) setRead({ clock, at: performance.now() });
  }, [clock]);
  const frozen = clock?.frozen ?? true;
  useEffect(() => {
    if (frozen) return;
    const timer = setInterval(() => {
      tick((count) => count + 1);
    }, second);
    return () => {
      clearInterval(timer);
    };
  }, [frozen]);
  if (!read) return clock && Date.parse(clock.now);
  const passed = read.clock.frozen ? 0 : performance.now() - read.at;
  return Date.parse(read.clock.now) + passed;
};
