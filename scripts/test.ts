import { browserGate, buildGate, patientGates, quickGates } from './gates/gates.ts';
import { printResult } from './gates/printResult.ts';
import { runGates, type Gate, type GateResult } from './gates/runGates.ts';
import { onInterrupt } from './processes/onInterrupt.ts';

/** `npm test -- lint unit` runs these alone, after the build. */
const named = process.argv.slice(2);
const wanted = (gates: readonly Gate[]): readonly Gate[] =>
  gates.filter(({ name }) => named.length === 0 || named.includes(name));
const stopped = new AbortController();
const results: GateResult[] = [];

async function runAll(): Promise<void> {
  const note = (result: GateResult): void => {
    if (stopped.signal.aborted) return;
    results.push(result);
    printResult(result);
  };
  const [built] = await runGates([buildGate], 1, stopped.signal, note);
  if (built?.passed !== true) return;
  await runGates(wanted(quickGates), 2, stopped.signal, note);
  const browser = wanted([browserGate]);
  if (browser.length > 0) console.log('  ......  browser    takes a few minutes');
  await Promise.all([
    runGates(browser, 1, stopped.signal, note),
    runGates(wanted(patientGates), 1, stopped.signal, note),
  ]);
}

console.log('');
const finished = runAll();
onInterrupt(async () => {
  stopped.abort();
  await finished;
});
await finished;

const failed = results.filter((result) => !result.passed).length;
if (!stopped.signal.aborted) console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
