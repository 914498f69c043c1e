import { buildStale, type BuildFailure } from './buildStale.ts';

/** Builds what is stale, with a line for each step and the output of each that went wrong. */
export async function printBuild(signal: AbortSignal): Promise<readonly BuildFailure[]> {
  const failures = await buildStale({
    signal,
    onWait: () => {
      process.stdout.write('  Waiting for another build\n');
    },
    onBegin: (name) => {
      process.stdout.write(`  Building ${name}`);
    },
    onEnd: (seconds) => {
      process.stdout.write(seconds === undefined ? '\n' : `: ${seconds.toFixed(1)} s\n`);
    },
  });
  if (signal.aborted) return failures;
  for (const { name, output, fatal } of failures) {
    const what = fatal ? `Failed to build ${name}` : `The build of ${name} warns`;
    console.error(`\n  ${what}:\n\n${output.trimEnd()}\n`);
  }
  return failures;
}
