import { printBuild } from './builds/printBuild.ts';
import { onInterrupt } from './processes/onInterrupt.ts';
import { readPorts } from './start/readPorts.ts';
import { startServers } from './start/startServers.ts';

const stopped = new AbortController();
onInterrupt(() => {
  stopped.abort();
});

try {
  // Before the build: who mistypes a port hears of it at once.
  const ports = readPorts(process.env);
  const failures = await printBuild(stopped.signal);
  // A build that only warns has a result to show.
  if (failures.some(({ fatal }) => fatal)) process.exit(1);
  console.log(await startServers(ports));
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`);
  // Nothing may be left running: the one server may be up when the other fails.
  process.exit(1);
}
