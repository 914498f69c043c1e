import { allGates, browserGate, gates, isBuild, patientGates } from './gates/gates.ts';
import { leftOf } from './gates/leftOf.ts';
import { printResult } from './gates/printResult.ts';
import { runGates, type Gate, type GateResult } from './gates/runGates.ts';
import { summaryOf } from './gates/summary.ts';
import { onInterrupt } from './processes/onInterrupt.ts';

/** `npm test -- unit types` runs these alone, after the build. */
const named = process.argv.slice(2);
const stopped = new AbortController();
const results: GateResult[] = [];

function note(result: GateResult): void {
  if (stopped.signal.aborted) return;
  results.push(result);
  printResult(result);
}

const isWanted = (gate: Gate): boolean => named.length === 0 || named.includes(gate.name);

/** What most of the others read is made whatever is asked for. */
const asked = allGates.filter((gate) => isBuild(gate) || isWanted(gate));

function run(list: readonly Gate[], lanes: number): Promise<readonly GateResult[]> {
  const wanted = list.filter((gate) => asked.includes(gate));
  return runGates(wanted, lanes, stopped.signal, note);
}

async function runAll(): Promise<void> {
  // One more than there are processors: the SDK's unit tests let a processor wait for two thirds of their time.
  const first = await run(gates, 3);
  const isBuilt = first.some(({ gate, passed }) => gate.name === 'build' && passed);
  if (!isBuilt) return;
  if (isWanted(browserGate)) console.log('  ......  browser    takes a few minutes');
  await Promise.all([run([browserGate], 1), run(patientGates, 1)]);
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

if (!stopped.signal.aborted) {
  console.log(`\n${summaryOf(asked, results)}`);
  const { output = '' } = results.find(({ gate }) => gate === browserGate) ?? {};
  const left = leftOf(output);
  if (left.length > 0) {
    console.log('\nLeft to continuous integration, since it shows again what was shown:');
    for (const one of left) console.log(`  ${one}`);
    console.log('All of it: PAYMENTKIT_TESTS=all npm test');
  }
}
process.exitCode = results.length === asked.length && results.every(({ passed }) => passed) ? 0 : 1;
