import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * An element that takes the focus when what had it goes away with a change of `shown`: else a keyboard begins again at
 * the top of the page. Only where something was done here.
 */
export const useKeptFocus = <E extends HTMLElement>(
  acted: boolean,
  shown: string | number,
): RefObject<E | null> => {
  const element = useRef<E>(null);
  useLayoutEffect(() => {
    if (acted && document.activeElement === document.body) {
      element.current?.focus({ preventScroll: true });
    }
  }, [shown]);
  return element;
};
