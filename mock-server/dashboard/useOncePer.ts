import { useRef } from 'preact/hooks';

/**
 * Runs what changes something once: not again while it is under way, nor, once it has succeeded, while `shown` is still
 * what it was before. A second press of a double click would only hear that it comes too late.
 */
export const useOncePer = (
  shown: string | number,
): ((task: () => Promise<boolean>) => Promise<void>) => {
  const running = useRef(false);
  const changed = useRef<string | number | undefined>(undefined);
  return async (task) => {
    if (running.current || changed.current === shown) return;
    running.current = true;
    if (await task()) changed.current = shown;
    running.current = false;
  };
};
