import { useEffect, useRef } from 'react';

/**
 * Calls back when the component is gone for good. StrictMode, hot reload and a Suspense that shows again run
 * every effect anew in the same task: none of them ends a payment.
 */
export function useLeaving(leave: () => void): void {
  const isLeaving = useRef(false);
  useEffect(() => {
    isLeaving.current = false;
    return () => {
      isLeaving.current = true;
      // Not queueMicrotask, which Jest fakes together with its timers.
      void Promise.resolve().then(() => {
        if (isLeaving.current) leave();
      });
    };
  }, [leave]);
}
