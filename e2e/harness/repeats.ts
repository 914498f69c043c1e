import { runsEverything } from './runsEverything.ts';

/**
 * The details of a test that shows again, in other circumstances, what the test `title` of `file` shows. It is skipped
 * unless everything is run; an architecture test holds that the other one is there, and is never skipped.
 */
export const repeats = (file: string, title: string) => ({
  tag: '@repeats',
  annotation: { type: runsEverything ? 'repeats' : 'skip', description: `${file} › ${title}` },
});
