import type { CommandResult } from '../processes/runCommand.ts';

/** One of the checks that `npm test` makes. */
export interface Gate {
  readonly name: string;
  /** The command that repeats it alone. */
  readonly command: string;
  /** A shorter way than to repeat it all, or one that mends what it finds. */
  readonly hint?: string | undefined;
  /** The gate, earlier in the list, whose result it reads. It does not run where that one did not pass. */
  readonly after?: string;
  run(signal: AbortSignal): Promise<CommandResult>;
}

export interface GateResult {
  readonly gate: Gate;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs the gates, `lanes` at a time and in their order, and hands each result out as it comes. */
export async function runGates(
  gates: readonly Gate[],
  lanes: number,
  signal: AbortSignal,
  onResult: (result: GateResult) => void,
): Promise<readonly GateResult[]> {
  const queue = [...gates];
  const results: GateResult[] = [];
  const passed = new Map<string, Promise<boolean>>();
  const runNext = async (gate: Gate): Promise<boolean> => {
    if (gate.after !== undefined && (await passed.get(gate.after)) === false) return false;
    if (signal.aborted) return false;
    const result = await runGate(gate, signal);
    results.push(result);
    onResult(result);
    return result.passed;
  };
  const work = async (): Promise<void> => {
    for (let gate = queue.shift(); gate !== undefined; gate = queue.shift()) {
      const isPassed = runNext(gate);
      passed.set(gate.name, isPassed);
      await isPassed;
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return results;
}

async function runGate(gate: Gate, signal: AbortSignal): Promise<GateResult> {
  const began = Date.now();
  const { code, output } = await gate.run(signal).catch((error: unknown) => ({
    code: 1,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  return { gate, passed: code === 0, output, seconds: (Date.now() - began) / 1000 };
}
