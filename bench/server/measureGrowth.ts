import { checkoutAsks } from './checkoutAsks.ts';
import { createClient } from './createClient.ts';
import type { Subject } from './startServer.ts';

const sample = 4000;

/** What the hundred-thousandth session costs against the first, and the memory that all of them take. */
export async function measureGrowth(subject: Subject, total: number) {
  const client = createClient(subject.origin);
  const make = (account: string, count: number) =>
    client.repeat(count, 16, async () => {
      const { status, text } = await client.send(checkoutAsks.create(account));
      if (status !== 201) throw new Error(text);
    });
  const costOf = async (account: string): Promise<number> => {
    const before = await subject.usage();
    await make(account, sample);
    const after = await subject.usage();
    return (after.cpuMicroseconds - before.cpuMicroseconds) / sample;
  };
  // The same process answers for both, so that the code is as warm for the first as for the last.
  await make('acc_warm', 2 * sample);
  const account = 'acc_growing';
  const { heapBytes: empty } = await subject.usage();
  const first = await costOf(account);
  await make(account, total - 2 * sample);
  const last = await costOf(account);
  const { heapBytes, residentBytes } = await subject.usage();
  client.close();
  return {
    sessions: total,
    heapMegabytes: Math.round((heapBytes - empty) / 1e6),
    bytesPerSession: Math.round((heapBytes - empty) / total),
    residentMegabytes: Math.round(residentBytes / 1e6),
    firstMicroseconds: Math.round(first),
    lastMicroseconds: Math.round(last),
    ratio: Number((last / first).toFixed(2)),
  };
}
