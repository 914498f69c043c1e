import type { Gate, GateResult } from './runGates.ts';

/** How the gates that were asked for have ended: what did not begin, because one before it failed, is no success. */
export function summaryOf(asked: readonly Gate[], results: readonly GateResult[]): string {
  const failed = results.filter(({ passed }) => !passed).length;
  const left = asked.filter((one) => !results.some(({ gate }) => gate === one));
  const counts = `${String(results.length - failed)} passed, ${String(failed)} failed`;
  if (left.length === 0) return counts;
  return `${counts}, ${String(left.length)} not run: ${left.map(({ name }) => name).join(', ')}`;
}
