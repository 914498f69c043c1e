import { useInsertionEffect, useRef } from 'react';

/** What was rendered last, for listeners that outlive a render. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  // Before every other effect, and silent where React 18 renders on a server.
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
