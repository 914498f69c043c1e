import { expect } from '@playwright/test';
import { createServer } from 'node:http';
import { inWholeBrowser } from './inWholeBrowser.ts';
import { listen } from '../servers/listen.ts';
import { withServers } from '../servers/withServers.ts';

const storage = `<script>onmessage = ({ source }) => source.postMessage(localStorage.getItem('k'), '*');
if (self === top) localStorage.setItem('k', 'first party');
if (location.pathname === '/opens-a-popup') window.popup = open('/popup');</script>`;

const pages = withServers.extend<{ url: (site: string, path?: string) => string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern
  url: async ({}, use) => {
    const server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<!doctype html><title>${request.url ?? ''}</title>${storage}`);
    });
    const { port, close } = await listen(server);
    await use((site, path = '/') => `http://${site}.localhost:${String(port)}${path}`);
    await close();
  },
});

pages(
  'the browser keeps pages in its back-forward cache',
  inWholeBrowser,
  async ({ page, url }) => {
    await page.goto(url('shop'));
    await page.evaluate(() => {
      Object.assign(window, { kept: 'alive' });
    });
    await page.goto(url('pay'));
    await page.goBack({ waitUntil: 'commit' });
    expect(await page.evaluate(() => Reflect.get(window, 'kept') as unknown)).toBe('alive');
  },
);

pages(
  'the browser blocks a popup that no click asked for',
  inWholeBrowser,
  async ({ page, url }) => {
    await page.goto(url('shop', '/opens-a-popup'));
    expect(await page.evaluate(() => Reflect.get(window, 'popup') as unknown)).toBeNull();
  },
);

for (const [browser, details] of [
  ['the whole browser', inWholeBrowser],
  ['its headless shell', {}],
] as const) {
  pages(
    `${browser} partitions storage by the site of the top page`,
    details,
    async ({ page, url }) => {
      await page.goto(url('pay'));
      await page.goto(url('shop'));
      const heard = await page.evaluate(
        (src) =>
          new Promise((resolve) => {
            const frame = document.createElement('iframe');
            frame.src = src;
            frame.onload = () => frame.contentWindow?.postMessage('read', src);
            onmessage = ({ data }) => {
              resolve(data);
            };
            document.body.append(frame);
          }),
        url('pay'),
      );
      expect(heard).toBeNull();
    },
  );
}
