export interface Router {
  /** Path and query of the address. */
  readonly address: () => string;
  readonly go: (address: string) => void;
  /** The same screen, shown otherwise: the way back does not lead through it. */
  readonly replace: (address: string) => void;
  /** Whether the screen has changed since the page was loaded. */
  readonly moved: () => boolean;
  readonly onChange: (listener: () => void) => () => void;
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Where a click leads within the dashboard; nothing for a link that leaves it or opens elsewhere. */
const innerLink = (event: MouseEvent, { origin }: Location): URL | undefined => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target !== '' || !isPlainClick(event) || event.defaultPrevented) return;
  const url = new URL(link.href);
  const inside = url.origin === origin && /^\/dashboard(\/|$)/.test(url.pathname);
  return inside && url.hash === '' ? url : undefined;
};

/** Links are ordinary links; those within the dashboard change the screen without loading it anew. */
export const createRouter = (window: Window): Router => {
  const { document, history, location } = window;
  const listeners = new Set<() => void>();
  const address = () => location.pathname + location.search;
  let moved = false;
  const tell = (): void => {
    moved = true;
    for (const listener of [...listeners]) listener();
  };
  const go = (next: string): void => {
    if (next !== address()) history.pushState(null, '', next);
    tell();
  };
  const replace = (next: string): void => {
    if (next !== address()) history.replaceState(null, '', next);
    tell();
  };
  window.addEventListener('popstate', tell);
  document.addEventListener('click', (event) => {
    const url = innerLink(event, location);
    if (!url) return;
    event.preventDefault();
    go(url.pathname + url.search);
  });
  return {
    address,
    go,
    replace,
    moved: () => moved,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
