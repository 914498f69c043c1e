import path from 'node:path';
import { listFiles } from './builds/listFiles.ts';
import { onInterrupt } from './processes/onInterrupt.ts';
import { runCommand } from './processes/runCommand.ts';

/** By its path: the compiler that builds is called `tsc`, too. */
const tsc = 'node_modules/@typescript/native/bin/tsc';

const stopped = new AbortController();
onInterrupt(() => {
  stopped.abort();
});

const projects = listFiles('.').filter((file) => path.basename(file) === 'tsconfig.json');

for (const project of projects) {
  const cache = `node_modules/.cache/paymentkit/${project.replaceAll('/', '-')}.tsbuildinfo`;
  const args = ['--project', project, '--noEmit', '--incremental', '--tsBuildInfoFile', cache];
  // One thread: four of them check the same inferred types four times, and another gate runs beside.
  const { code, output } = await runCommand('node', [tsc, ...args, '--singleThreaded'], {
    signal: stopped.signal,
  });
  if (code === 0) continue;
  console.error(`${project}\n${output}`);
  process.exitCode = 1;
}
