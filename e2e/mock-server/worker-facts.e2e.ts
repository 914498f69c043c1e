import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import { createMockServer } from 'paymentkit-mock-server';
import { listen } from '../harness/servers/listen.ts';
import { leaveOut } from '../harness/leaveOut.ts';
import { runsEverything } from '../harness/runsEverything.ts';
import { withServers } from '../harness/servers/withServers.ts';
import { bundleFacts } from './bundleFacts.ts';
import { differences } from './differences.ts';

interface Facts {
  runFacts: (nth: number) => Promise<readonly { readonly name: string; readonly fault?: string }[]>;
}

/** The document that tests generate requests from: a file of the site, as the worker has none. */
async function readOpenApi(): Promise<string> {
  const server = createMockServer();
  const origin = await server.listen();
  const document = await (await fetch(`${origin}/openapi.json`)).text();
  await server.close();
  return document;
}

/** At the desk an eighth of each suite finds what is not as it is on a server. */
const nth = runsEverything ? 1 : 8;

/** A static site with the contract suite in its page, and MSW's worker beside it. */
const test = withServers.extend<{ site: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern
  site: async ({}, use) => {
    const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
    const page =
      '<!doctype html><title>Facts</title><script type="module" src="/facts.js"></script>';
    const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
      '/': ['text/html', page],
      '/facts.js': ['text/javascript', await bundleFacts('inPage')],
      '/mockServiceWorker.js': ['text/javascript', readFileSync(worker, 'utf8')],
      '/openapi.json': ['application/json', await readOpenApi()],
    };
    const server = createServer((request, response) => {
      const [type, body] = files[request.url?.split('?')[0] ?? ''] ?? [];
      if (type === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': type }).end(body);
    });
    const { port, close } = await listen(server);
    await use(`http://localhost:${String(port)}`);
    await close();
  },
});

test('what holds of the server holds of the worker in a page, but for what cannot (4: 49)', async ({
  page,
  site,
}) => {
  // Hundreds of facts, and each request goes to the worker and back.
  test.slow();
  leaveOut(`all but each ${String(nth)}th fact of the server in a page`);
  await page.goto(site);
  const results = await page.evaluate((n) => (window as unknown as Facts).runFacts(n), nth);
  const different = results.filter(({ fault }) => fault !== undefined);
  const unexpected = different.filter(({ name }) => differences[name] === undefined);
  expect(unexpected).toEqual([]);
  const told = new Set(results.map(({ name }) => name));
  const cannot = Object.keys(differences).filter((name) => nth === 1 || told.has(name));
  expect(different.map(({ name }) => name).sort()).toEqual(cannot.sort());
  expect(results.length).toBeGreaterThan(350 / nth);
});
