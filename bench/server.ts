import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkoutAsks, makeSessions, type Session } from './server/checkoutAsks.ts';
import type { Ask } from './server/createClient.ts';
import { measureGrowth } from './server/measureGrowth.ts';
import { measureSoak } from './server/measureSoak.ts';
import { measureStart } from './server/measureStart.ts';
import { measureThroughput } from './server/measureThroughput.ts';
import { prismVersion, startPrism } from './server/startPrism.ts';
import { startServer, type Subject } from './server/startServer.ts';

/** What the mock server can carry, as JSON. `--only start,throughput,growth,soak` runs a part. */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'start,throughput,growth,soak' },
    requests: { type: 'string', default: '2000' },
    sessions: { type: 'string', default: '100000' },
    checkouts: { type: 'string', default: '10000' },
  },
});

const parts: readonly string[] = values.only.split(',');
const bars = { startMs: 400, againstPrism: 1.5, growth: 1.2 };

const startOurs = (): Promise<Subject> =>
  startServer(fileURLToPath(new URL('./server/runServer.ts', import.meta.url)), []);

async function withSubject<T>(
  starting: Promise<Subject>,
  work: (subject: Subject) => Promise<T>,
): Promise<T> {
  const subject = await starting;
  try {
    return await work(subject);
  } finally {
    await subject.stop();
  }
}

const account = 'acc_bench';
const approved = '4242424242424242';
const someone = { id: 'cs_dev_0000000000000000', secure_token: 'cst_0000' };

/** The same operation on both. Ours remembers, so it needs its own session for each request. */
const operations: Readonly<Record<string, (session: Session, index: number) => Ask>> = {
  create: () => checkoutAsks.create(account),
  retrieve: (session) => checkoutAsks.retrieve(account, session),
  pay: (session, index) => checkoutAsks.pay(session, approved, `pay-${index}`),
};

async function compareWithPrism(ours: Subject, count: number) {
  const document = await (await fetch(`${ours.origin}/openapi.json`)).text();
  return withSubject(startPrism(document), async (prism) => {
    const results: Record<string, object> = {};
    for (const [name, ask] of Object.entries(operations)) {
      const measured = await measureThroughput(
        count,
        {
          name: 'ours',
          subject: ours,
          async prepare(client, needed) {
            const sessions = await makeSessions(client, account, needed);
            return (index) => ask(sessions[index] ?? someone, index);
          },
        },
        {
          name: 'prism',
          subject: prism,
          prepare: () => Promise.resolve((index) => ask(someone, index)),
        },
      );
      const [mine, theirs] = measured;
      const ratio = mine.perSecondOfOneCore / theirs.perSecondOfOneCore;
      const met = ratio >= bars.againstPrism;
      results[name] = { ours: mine, prism: theirs, ratio: Number(ratio.toFixed(2)), met };
    }
    return { prismVersion, requests: count, bar: bars.againstPrism, ...results };
  });
}

const report: Record<string, object> = { machine: { node: process.version, arch: process.arch } };
if (parts.includes('start')) {
  const start = await measureStart(10);
  report['start'] = { ...start, bar: bars.startMs, met: start.medianMs <= bars.startMs };
}
if (parts.includes('throughput')) {
  report['throughput'] = await withSubject(startOurs(), (ours) =>
    compareWithPrism(ours, Number(values.requests)),
  );
}
if (parts.includes('growth')) {
  report['growth'] = await withSubject(startOurs(), async (ours) => {
    const growth = await measureGrowth(ours, Number(values.sessions));
    return { ...growth, bar: bars.growth, met: growth.ratio <= bars.growth };
  });
}
if (parts.includes('soak')) {
  report['soak'] = await withSubject(startOurs(), (ours) =>
    measureSoak(ours, Number(values.checkouts), 64),
  );
}
console.log(JSON.stringify(report, null, 2));
