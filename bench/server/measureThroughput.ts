import { performance } from 'node:perf_hooks';
import { createClient, type Ask, type Client } from './createClient.ts';
import { quantile } from './quantile.ts';
import type { Subject } from './startServer.ts';

/** What one operation costs one server. */
export interface Throughput {
  /** Requests for each second that the server's process was computing. */
  readonly perSecondOfOneCore: number;
  /** Requests for each second that went by, the client's work included. */
  readonly perSecond: number;
  readonly p99Ms: number;
}

interface Contender {
  readonly name: string;
  readonly subject: Subject;
  /** Makes ready what `count` requests need, and returns each of them. */
  readonly prepare: (client: Client, count: number) => Promise<(index: number) => Ask>;
}

const rounds = 5;
const concurrency = 16;

interface Sums {
  cpu: number;
  elapsed: number;
  readonly times: number[];
}

async function runRound(contender: Contender, count: number, sums: Sums): Promise<void> {
  const client = createClient(contender.subject.origin);
  const ask = await contender.prepare(client, count);
  const before = await contender.subject.usage();
  const started = performance.now();
  const times = await client.repeat(count, concurrency, async (index) => {
    const { status, text } = await client.send(ask(index));
    if (status >= 300) throw new Error(`${contender.name} answered ${String(status)}: ${text}`);
  });
  sums.elapsed += performance.now() - started;
  const after = await contender.subject.usage();
  sums.cpu += after.cpuMicroseconds - before.cpuMicroseconds;
  sums.times.push(...times);
  client.close();
}

function summarise({ cpu, elapsed, times }: Sums): Throughput {
  return {
    perSecondOfOneCore: Math.round(times.length / (cpu / 1_000_000)),
    perSecond: Math.round(times.length / (elapsed / 1000)),
    p99Ms: Number(quantile(times, 0.99).toFixed(1)),
  };
}

const nothing = (): Sums => ({ cpu: 0, elapsed: 0, times: [] });

/** Lets two take turns, so that what else the machine does falls on both. */
export async function measureThroughput(
  count: number,
  one: Contender,
  other: Contender,
): Promise<readonly [Throughput, Throughput]> {
  // The first round warms up.
  for (const contender of [one, other]) await runRound(contender, count, nothing());
  const sums = [nothing(), nothing()] as const;
  for (let round = 0; round < rounds; round += 1) {
    await runRound(one, count, sums[0]);
    await runRound(other, count, sums[1]);
  }
  return [summarise(sums[0]), summarise(sums[1])];
}
