import { styleText } from 'node:util';
import type { GateResult } from './runGates.ts';

/** One line for a gate that passed; for one that failed also all it said, how to repeat it and how to go on. */
export function printResult({ gate, passed, output, seconds }: GateResult): void {
  const mark = passed ? styleText('green', 'passed') : styleText('red', 'FAILED');
  console.log(`  ${mark}  ${gate.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
  if (passed) return;
  const hint = gate.hint === undefined ? '' : `  ${gate.hint}\n`;
  console.log(`\n${output.trimEnd()}\n\n  Again: ${gate.command}\n${hint}`);
}
