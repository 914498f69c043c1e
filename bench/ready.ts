import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium as browserType, type Browser } from '@playwright/test';
import { build } from 'esbuild';
import { createMockServer } from 'paymentkit-mock-server';
import { chromium } from '../e2e/harness/chromium.ts';
import { createAccount, type Account } from '../e2e/harness/createAccount.ts';
import { listen } from '../e2e/harness/listen.ts';
import { bundleBarePage } from './ready/bundleBarePage.ts';
import { median, ratioOfMedians } from './ready/ratioOfMedians.ts';
import type { Subject } from './ready/shop.ts';
import { startDelayedServer } from './ready/startDelayedServer.ts';

/**
 * How much longer a checkout takes to be ready than a bare iframe of the same page: cross-site, first
 * visit, each request of the hosted page delayed. `node bench/ready.ts [runs] [delay in ms]`.
 */
const runs = Number(process.argv[2] ?? 60);
const delayMs = Number(process.argv[3] ?? 40);
const bar = 1.08;

type Kind = 'mount' | 'bare';

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
): Promise<number> {
  const context = await browser.newContext({ colorScheme: 'light', locale: 'en-US' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(shop);
  await page.waitForFunction(() => 'measureBare' in window);
  const elapsed = await page.evaluate(
    ([which, what]) =>
      Promise.race([
        which === 'mount' ? window.measureMount(what) : window.measureBare(what),
        new Promise<never>((_resolve, reject) => {
          setTimeout(() => {
            reject(new Error(`${which} was not ready after 20 s`));
          }, 20_000);
        }),
      ]),
    [kind, subject] as const,
  );
  await context.close();
  return elapsed;
}

async function newSubject(account: Account, host: string): Promise<Subject> {
  const { secure_token: secureToken } = await account.createSession();
  const handle = createHash('sha256').update(secureToken).digest('base64url');
  return { host, secureToken, handle };
}

async function measure(): Promise<Record<Kind, number[]>> {
  const mock = createMockServer({ quiet: true });
  const api = await mock.listen();
  const delayed = await startDelayedServer(
    Number(new URL(api).port),
    delayMs,
    await bundleBarePage(),
  );
  const shopServer = await startShop();
  const shop = `http://shop.localhost:${shopServer.port}`;
  const host = `http://pay.localhost:${delayed.port}`;
  const account = createAccount(api, shop);
  const browser = await browserType.launch(chromium());
  const times: Record<Kind, number[]> = { mount: [], bare: [] };
  for (let run = -3; run < runs; run += 1) {
    const order: readonly Kind[] = run % 2 === 0 ? ['mount', 'bare'] : ['bare', 'mount'];
    for (const kind of order) {
      const elapsed = await visit(browser, kind, shop, await newSubject(account, host));
      // The first runs warm up the servers and the browser process.
      if (run >= 0) times[kind].push(elapsed);
    }
  }
  await browser.close();
  await Promise.all([shopServer.close(), delayed.close(), mock.close()]);
  return times;
}

const { mount, bare } = await measure();
const { ratio, interval } = ratioOfMedians(mount, bare);
const round = (value: number, digits: number) => Number(value.toFixed(digits));
console.log(
  JSON.stringify(
    {
      what: 'call to ready, against a bare iframe of the same page',
      runs,
      delayMs,
      mountMs: round(median(mount), 1),
      bareMs: round(median(bare), 1),
      ratio: round(ratio, 3),
      interval: interval.map((value) => round(value, 3)),
      bar,
      met: ratio <= bar,
    },
    null,
    2,
  ),
);
