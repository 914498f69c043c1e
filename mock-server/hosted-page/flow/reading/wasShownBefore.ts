/** Whether this window may have shown the page before: then it may have begun a payment before, too. */
export const wasShownBefore = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => /^(reload|back)/.test((entry as PerformanceNavigationTiming).type));
