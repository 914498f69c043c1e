import { useCallback, useState } from 'react';
import { useLatest } from './useLatest.ts';

/**
 * An element by its `ref`. Suspense takes a ref away while it only hides the element, and a checkout that
 * is hidden goes on: so what counts is whether the element has left the page. That is told in the same task,
 * before the frame in it can report its own end.
 */
export function useElement(
  tellGone: () => void,
): [element: Element | undefined, ref: (element: Element | null) => void] {
  const [element, setElement] = useState<Element>();
  const latest = useLatest({ element, tellGone });
  const ref = useCallback(
    (next: Element | null): void => {
      if (next) setElement(next);
      else {
        // Not queueMicrotask, which Jest fakes together with its timers.
        void Promise.resolve().then(() => {
          const { current } = latest;
          if (current.element?.isConnected) return;
          current.tellGone();
          setElement(undefined);
        });
      }
    },
    [latest],
  );
  return [element, ref];
}
