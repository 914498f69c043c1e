import { allGates, browserGate, buildGate, laneOfBuild } from './gates/gates.ts';
import { laneOfSources, patientGates, sourceGates } from './gates/gates.ts';
import { printResult } from './gates/printResult.ts';
import { runGates, type Gate, type GateResult } from './gates/runGates.ts';
import { onInterrupt } from './processes/onInterrupt.ts';

/** `npm test -- lint unit` runs these alone, after the build. */
const named = process.argv.slice(2);
const stopped = new AbortController();
const results: GateResult[] = [];

function note(result: GateResult): void {
  if (stopped.signal.aborted) return;
  results.push(result);
  printResult(result);
}

function run(gates: readonly Gate[]): Promise<readonly GateResult[]> {
  const wanted = gates.filter((gate) => named.length === 0 || named.includes(gate.name));
  return runGates(wanted, 1, stopped.signal, note);
}

async function runAll(): Promise<void> {
  const build = runGates([buildGate], 1, stopped.signal, note);
  const isBuilt = build.then(([result]) => result?.passed === true);
  const runBuilt = async (gates: readonly Gate[]) => ((await isBuilt) ? run(gates) : []);
  await Promise.all([runBuilt(laneOfBuild), run(sourceGates).then(() => runBuilt(laneOfSources))]);
  const isBrowserNext = named.length === 0 || named.includes(browserGate.name);
  if (isBrowserNext && (await isBuilt)) console.log('  ......  browser    takes a few minutes');
  await Promise.all([runBuilt([browserGate]), runBuilt(patientGates)]);
}

const unknown = named.filter((name) => !allGates.some((gate) => gate.name === name));
if (unknown.length > 0) {
  const names = allGates.map(({ name }) => name).join(', ');
  console.error(`\n  There is no gate ${unknown.join(' nor ')}. Choose among: ${names}\n`);
  process.exit(1);
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
