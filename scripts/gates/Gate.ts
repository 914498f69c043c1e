import type { CommandResult } from '../processes/runCommand.ts';

/** One of the checks that `npm test` makes. */
export interface Gate {
  readonly name: string;
  /** The command that repeats it alone. */
  readonly command: string;
  run(signal: AbortSignal): Promise<CommandResult>;
}
