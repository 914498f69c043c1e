import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { quantile } from './quantile.ts';

const command = fileURLToPath(
  new URL('../../mock-server/bin/paymentkit-mock-server.js', import.meta.url),
);

async function startOnce(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [command, '--port', '0', '--quiet', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const origin = /http:\S+/.exec(line.toString())?.[0] ?? '';
  const response = await fetch(`${origin}/_mock`);
  const elapsed = performance.now() - started;
  if (!response.ok) throw new Error(`The first answer was ${String(response.status)}.`);
  child.kill('SIGKILL');
  await exited;
  return elapsed;
}

/** From the command to its first answer, in milliseconds. */
export async function measureStart(runs: number, args: readonly string[] = []) {
  const times: number[] = [];
  // The first run fills the compile cache.
  for (let run = -1; run < runs; run += 1) {
    const elapsed = await startOnce(args);
    if (run >= 0) times.push(elapsed);
  }
  const round = (share: number): number => Math.round(quantile(times, share));
  return { runs, medianMs: round(0.5), slowestMs: round(1) };
}
