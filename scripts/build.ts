import { printBuild } from './builds/printBuild.ts';
import { onInterrupt } from './processes/onInterrupt.ts';

const stopped = new AbortController();
onInterrupt(() => {
  stopped.abort();
});

try {
  const failures = await printBuild(stopped.signal);
  process.exitCode = failures.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
