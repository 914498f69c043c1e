import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the heading of a view: after a change of view the keyboard and the screen reader go on there, as
 * after a new page. The first view is where the browser starts anyway.
 */
export function useHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isFirst = !document.title.endsWith('· Alder Press') || history.state === null;
    document.title = `${title} · Alder Press`;
    if (!isFirst) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return heading;
}
