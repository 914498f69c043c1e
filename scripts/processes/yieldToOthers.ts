import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

const { PRIORITY_LOW } = constants.priority;

/**
 * Lets a process that leads a session, and all that it starts, have only what others leave of the
 * processors.
 */
export function yieldToOthers(leader: number | undefined): void {
  if (leader === undefined) return;
  setPriority(leader, PRIORITY_LOW);
  try {
    // Linux shares out by session first: in another session a process's own priority says nothing.
    writeFileSync(`/proc/${String(leader)}/autogroup`, String(PRIORITY_LOW));
  } catch {
    // Another system, or one where sessions do not count.
  }
}
