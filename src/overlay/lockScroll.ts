import type { OverlayPage } from './OverlayPage.ts';

/**
 * Holds the page still, and gives the function that lets it go. A sheet on top changes no value of the
 * page's own, so there is none to restore, and it holds only while a dialog is there: a page that wipes
 * its body scrolls again. What scrolls the page is `body` unless `html` says otherwise, and a scrollbar that
 * goes leaves its room behind.
 */
export function lockScroll(page: OverlayPage): () => void {
  const root = page.document.documentElement;
  const open = ':has(paymentkit-overlay)';
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(
    `${page.getComputedStyle(root as Element).overflow === 'visible' ? 'body' : ':root'}${open}{overflow:hidden!important}` +
      (page.innerWidth > root.clientWidth ? `:root${open}{scrollbar-gutter:stable!important}` : ''),
  );
  page.document.adoptedStyleSheets.push(sheet);
  return () => {
    page.document.adoptedStyleSheets = page.document.adoptedStyleSheets.filter(
      (other) => other !== sheet,
    );
  };
}
