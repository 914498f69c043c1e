import path from 'node:path';
import { listFiles } from './builds/listFiles.ts';
import { onInterrupt } from './processes/onInterrupt.ts';
import { runCommand } from './processes/runCommand.ts';
import { root } from './root.ts';

/** By its path: the compiler that builds is called `tsc`, too. */
const tsc = 'node_modules/@typescript/native/bin/tsc';

const stopped = new AbortController();
onInterrupt(() => {
  stopped.abort();
});

const files = listFiles('.');
const unchecked = new Set(files.filter((file) => /\.tsx?$/.test(file)));

for (const project of files.filter((file) => path.basename(file) === 'tsconfig.json')) {
  const cache = `node_modules/.cache/paymentkit/${project.replaceAll('/', '-')}.tsbuildinfo`;
  const args = ['--project', project, '--noEmit', '--incremental', '--tsBuildInfoFile', cache];
  // One thread: four of them check the same inferred types four times, and another gate runs beside.
  const { code, output } = await runCommand(
    'node',
    [tsc, ...args, '--listFiles', '--singleThreaded'],
    { signal: stopped.signal },
  );
  const lines = output.split(/\r?\n/);
  for (const line of lines) unchecked.delete(path.relative(root, line).replaceAll(path.sep, '/'));
  if (code === 0) continue;
  console.error([project, ...lines.filter((line) => !path.isAbsolute(line))].join('\n'));
  process.exitCode = 1;
}

if (process.exitCode === undefined && unchecked.size > 0) {
  console.error(`No tsconfig.json includes: ${[...unchecked].join(', ')}. Add them to one.`);
  process.exitCode = 1;
}
