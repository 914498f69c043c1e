import type { OverlayPage } from './OverlayPage.ts';

/**
 * Holds the page still, and gives the function that lets it go. A sheet on top changes no value of the
 * page's own, so there is none to restore. What scrolls the page is `body` unless `html` says otherwise,
 * and a scrollbar that goes leaves its room behind.
 */
export function lockScroll(page: OverlayPage): () => void {
  const { document } = page;
  const root = document.documentElement;
  const scroller = page.getComputedStyle(root as Element).overflow === 'visible' ? 'body' : ':root';
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(
    `${scroller}{overflow:hidden!important}` +
      (page.innerWidth > root.clientWidth ? ':root{scrollbar-gutter:stable!important}' : ''),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
