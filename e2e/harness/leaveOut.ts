import { runsEverything } from './runsEverything.ts';

/** Names in the output of a run, where it does not show everything, what a test of it leaves to continuous integration. */
export function leaveOut(what: string): void {
  if (!runsEverything) console.log(`Left to continuous integration: ${what}`);
}
