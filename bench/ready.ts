import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium as browserType, type Browser } from '@playwright/test';
import { build } from 'esbuild';
import { createMockServer } from 'paymentkit-mock-server';
import { chromium } from '../e2e/harness/browser/chromium.ts';
import { createAccount, type Account } from '../e2e/harness/createAccount.ts';
import { listen } from '../e2e/harness/servers/listen.ts';
import { bundleBareOpening } from './ready/bundleBareOpening.ts';
import { median, ratioOfMedians } from './ready/ratioOfMedians.ts';
import type { Subject } from './ready/shop.ts';
import { startDelayedServer } from './ready/startDelayedServer.ts';

/**
 * How much longer a checkout takes to be ready than a bare iframe of the same page: cross-site, first
 * visit, each request of the hosted page delayed. `node bench/ready.ts [runs] [delay in ms]`.
 */
const runs = Number(process.argv[2] ?? 60);
const delayMs = Number(process.argv[3] ?? 40);

/** What is measured, and how long it may take as a multiple of a bare iframe. */
const bars = {
  mount: 1.08,
  preparedReady: 0.1,
  preparedSeen: 0.25,
  preparedDialogReady: 0.1,
  preparedDialogSeen: 0.25,
};

const kinds = ['mount', 'bare', 'prepared', 'preparedDialog'] as const;
type Kind = (typeof kinds)[number];
type Times = Record<'bare' | keyof typeof bars, number[]>;

/** The entries of a record that has no others than its type says. */
const entriesOf = <Key extends string, Value>(record: Partial<Record<Key, Value>>) =>
  Object.entries(record) as [Key, Value][];

async function startShop(): Promise<Awaited<ReturnType<typeof listen>>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./ready/shop.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  const script = outputFiles[0]?.text ?? '';
  const html = `<!doctype html><html lang="en"><title>Shop</title><h1>Your order</h1>
    <div id="checkout"></div><script type="module" src="/shop.js"></script></html>`;
  return listen(
    createServer((request, response) => {
      const isScript = request.url === '/shop.js';
      response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
      response.end(isScript ? script : html);
    }),
  );
}

/** One first visit, in a browser context of its own: nothing is cached, no connection is open. */
async function visit(
  browser: Browser,
  kind: Kind,
  shop: string,
  subject: Subject,
): Promise<Partial<Record<keyof Times, number>>> {
  const context = await browser.newContext({ colorScheme: 'light', locale: 'en-US' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => console.error(error));
  await page.goto(shop);
  await page.waitForFunction(() => 'measureBare' in window);
  const elapsed = await page.evaluate(
    async ([which, what, patience]) => {
      if (which === 'mount') return { mount: await window.measureMount(what) };
      if (which === 'bare') return { bare: await window.measureBare(what) };
      const target = which === 'prepared' ? '#checkout' : undefined;
      const { ready, seen } = await window.measurePrepared(what, patience, target);
      return { [`${which}Ready`]: ready, [`${which}Seen`]: seen };
    },
    [kind, subject, 1000 + 10 * delayMs] as const,
  );
  await context.close();
  return elapsed;
}

async function newSubject(account: Account, host: string): Promise<Subject> {
  const { secure_token: secureToken } = await account.createSession();
  const handle = createHash('sha256').update(secureToken).digest('base64url');
  return { host, secureToken, handle };
}

async function measure(): Promise<Times> {
  const mock = createMockServer({ quiet: true });
  const api = await mock.listen();
  const delayed = await startDelayedServer(
    Number(new URL(api).port),
    delayMs,
    await bundleBareOpening(),
  );
  const shopServer = await startShop();
  const shop = `http://shop.localhost:${shopServer.port}`;
  const host = `http://pay.localhost:${delayed.port}`;
  const account = createAccount(api, shop);
  const browser = await browserType.launch(chromium());
  const times: Times = {
    mount: [],
    bare: [],
    preparedReady: [],
    preparedSeen: [],
    preparedDialogReady: [],
    preparedDialogSeen: [],
  };
  for (let run = -3; run < runs; run += 1) {
    for (const kind of run % 2 === 0 ? kinds : [...kinds].reverse()) {
      const elapsed = await visit(browser, kind, shop, await newSubject(account, host));
      // The first runs warm up the servers and the browser process.
      if (run < 0) continue;
      for (const [what, time] of entriesOf(elapsed)) times[what].push(time);
    }
  }
  await browser.close();
  await Promise.all([shopServer.close(), delayed.close(), mock.close()]);
  return times;
}

const times = await measure();
const round = (value: number, digits: number) => Number(value.toFixed(digits));
const results = entriesOf(bars).map(([what, bar]) => {
  const own = times[what];
  const { ratio, interval } = ratioOfMedians(own, times.bare);
  return [
    what,
    {
      ms: round(median(own), 1),
      ratio: round(ratio, 3),
      interval: interval.map((value) => round(value, 3)),
      // Noise only adds: on a busy machine the fastest runs say more.
      fastest: round(Math.min(...own) / Math.min(...times.bare), 3),
      bar,
      met: ratio <= bar,
    },
  ];
});
console.log(
  JSON.stringify(
    { runs, delayMs, bareMs: round(median(times.bare), 1), ...Object.fromEntries(results) },
    null,
    2,
  ),
);
