import { runCommand } from '../processes/runCommand.ts';
import { buildSteps, type BuildStep } from './buildSteps.ts';
import { fingerprintInputs } from './fingerprint.ts';
import { holdBuilds } from './holdBuilds.ts';
import { isStale, markFresh } from './isStale.ts';
import { removeLeftovers } from './removeLeftovers.ts';

export interface BuildOptions {
  readonly signal?: AbortSignal;
  /** All of them when not said. */
  readonly steps?: readonly BuildStep[];
  /** Called where another process is building, for which this one waits. */
  readonly onWait?: () => void;
  /** Called as each step that is stale begins. */
  readonly onBegin?: (name: string) => void;
  /** Called as it ends; with how long it took where it was built. */
  readonly onEnd?: (seconds?: number) => void;
}

export interface BuildFailure {
  readonly name: string;
  readonly output: string;
  /** False when there is a result and only a warning to read. */
  readonly fatal: boolean;
}

/**
 * Builds, in order, what is stale; stops at a step that fails and returns what went wrong. Rejects where another process
 * goes on building for longer than any build takes.
 */
export async function buildStale(options: BuildOptions = {}): Promise<readonly BuildFailure[]> {
  const steps = options.steps ?? buildSteps;
  // Where nothing is to be built, nothing has to be written either.
  if (!steps.some(isStale)) return [];
  const release = await holdBuilds(options);
  const failures: BuildFailure[] = [];
  try {
    for (const step of steps) {
      if (!isStale(step)) continue;
      const failure = await build(step, options);
      if (failure !== undefined) failures.push(failure);
      if (failure?.fatal === true) break;
    }
  } finally {
    release();
  }
  return failures;
}

async function build(step: BuildStep, options: BuildOptions): Promise<BuildFailure | undefined> {
  const { name, command } = step;
  options.onBegin?.(name);
  const began = Date.now();
  const inputs = fingerprintInputs(step);
  const [tool, ...args] = command;
  const { code, output } = await runCommand(tool, args, { signal: options.signal });
  options.onEnd?.(code === 0 ? (Date.now() - began) / 1000 : undefined);
  if (code !== 0) return { name, output, fatal: true };
  removeLeftovers(step.output, began);
  // Not marked as fresh: the warning is to be seen again until it is mended.
  if (hasWarning(output)) return { name, output, fatal: false };
  markFresh(step, inputs);
  return undefined;
}

function hasWarning(output: string): boolean {
  return /\(!\)|\bwarn(ing)?\b/i.test(output);
}
