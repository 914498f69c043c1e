import { printBuild } from './builds/printBuild.ts';
import { onInterrupt } from './processes/onInterrupt.ts';

const stopped = new AbortController();
onInterrupt(() => {
  stopped.abort();
});

const failures = await printBuild(stopped.signal);
process.exitCode = failures.length === 0 ? 0 : 1;
