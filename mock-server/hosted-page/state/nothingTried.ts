import type { Note } from './PageState.ts';

/** Nothing left this page, or the server took nothing: certain that no money moved. */
export const nothingTried: Note = {
  kind: 'declined',
  title: 'didNotGoThrough',
  sentences: ['notCharged'],
  action: 'tryAgain',
  number: '',
};
