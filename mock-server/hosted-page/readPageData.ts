import type { PageData } from './PageData.ts';

/** What the document carries for its script. */
export const readPageData = (): PageData =>
  JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
