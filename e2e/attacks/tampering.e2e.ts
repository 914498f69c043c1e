import { createServer } from 'node:http';
import { listen } from '../harness/servers/listen.ts';
import { payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

/**
 * A document that an attacker writes into the checkout's own frame: it says hello and keeps what it hears. It goes on for
 * longer than the second between two handshakes: who has a new document in its frame listens once that has loaded.
 */
const greeting = `<script>
  const { parent } = window;
  parent.heard ??= [];
  onmessage = ({ data, ports }) => {
    parent.heard.push(data);
    for (const port of ports) port.onmessage = ({ data }) => parent.heard.push(data);
  };
  const n = new URLSearchParams(parent.hash).get('n');
  let times = 0;
  setInterval(() => {
    parent.postMessage({ pk: 1, t: 'h:hello', n, v: { min: 1, max: 1 } }, '*');
    parent.greeted = (times += 1) > 60;
  }, 25);
</script>`;

for (const how of ['srcdoc', 'blob', 'wrapped'] as const) {
  test(`a document of the page's own origin in the checkout's frame gets no port: ${how} (threats 3, 39, 44)`, async ({
    account,
    page,
    shop,
  }) => {
    await shop.open();
    await shop.mount(await account.createSession());
    await shop.event('ready');
    await shop.element().evaluate(
      (frame: HTMLIFrameElement, [way, html]) => {
        Object.assign(window, { hash: new URL(frame.src).hash.slice(1) });
        const blob = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
        frame.removeAttribute('sandbox');
        frame.name = 'paymentkit';
        if (way === 'srcdoc') frame.srcdoc = html;
        if (way === 'blob') frame.src = blob;
        if (way === 'wrapped') {
          const wrapper = document.createElement('section');
          frame.replaceWith(wrapper);
          wrapper.append(frame);
          frame.srcdoc = html;
        }
      },
      [how, greeting] as const,
    );
    await page.waitForFunction(() => Reflect.get(window, 'greeted') === true);
    await page.evaluate(async () => {
      const checkout = window.shop.checkouts['main'];
      checkout?.update({ locale: 'de' });
      checkout?.focus();
      await checkout?.refresh();
    });
    expect(
      JSON.stringify(await page.evaluate(() => Reflect.get(window, 'heard') as unknown)),
    ).not.toMatch(/s:port|s:init|cst_/);
    expect(await shop.events('complete')).toEqual([]);
  });
}

test("a service worker of the shop's origin sees and answers nothing that the frame asks for (threat 43)", async ({
  account,
  page,
  servers,
  shop,
}) => {
  const worker = `onfetch = (event) => {
    const { pathname, origin } = new URL(event.request.url);
    if (origin === location.origin) return;
    event.waitUntil(clients.matchAll().then((all) => all.forEach((one) => one.postMessage(pathname))));
    if (pathname === '/api/checkout/session') return;
    event.respondWith(new Response('<h1>Your card, please</h1>', { headers: { 'content-type': 'text/html' } }));
  };
  oninstall = () => skipWaiting();
  onactivate = (event) => event.waitUntil(clients.claim());`;
  const server = await listen(
    createServer((request, response) => {
      if (request.url === '/worker.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker);
        return;
      }
      const onward = new URL(request.url ?? '/', servers.site.url('shop'));
      onward.hostname = '127.0.0.1';
      fetch(onward).then(
        async (answer) => {
          const type = answer.headers.get('content-type') ?? 'text/plain';
          response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
        },
        () => response.destroy(),
      );
    }),
  );
  const origin = `http://worker.localhost:${String(server.port)}`;
  const session = await account.createSession({ allowed_origins: [origin] });
  await page.goto(`${origin}/shop`);
  await page.evaluate(async () => {
    Object.assign(window, { passed: [] });
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      (Reflect.get(window, 'passed') as unknown[]).push(data);
    });
    await navigator.serviceWorker.register('/worker.js');
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
  });
  await shop.mount(session);
  await expect(payButton(shop.frame())).toHaveText('Pay $49.00');
  await payWith(shop.frame());
  await shop.event('complete');
  expect(new Set(await page.evaluate(() => Reflect.get(window, 'passed') as unknown[]))).toEqual(
    new Set(['/api/checkout/session']),
  );
  await server.close();
});

test('a site that frames a shop it may not frame frames no checkout with it (threat 37)', async ({
  account,
  page,
  servers,
}) => {
  const session = await account.createSession();
  await page.clock.install();
  await page.goto(servers.site.url('evil', '/blank'));
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, servers.site.url('shop'));
  const framed = page.frames()[1];
  if (framed === undefined) throw new Error('No frame');
  await expect.poll(() => framed.evaluate(() => 'shop' in window).catch(() => false)).toBe(true);
  await framed.evaluate(
    ([secureToken, host]) => {
      window.shop.mount({ secureToken, host, redirect: 'never' });
    },
    [session.secure_token, servers.pay] as const,
  );
  await expect.poll(() => page.frames()[2]?.url()).toBe('chrome-error://chromewebdata/');
  await expect
    .poll(async () => {
      await page.clock.fastForward(15_000);
      return framed.evaluate(() => window.shop.seen.map(({ code }) => code));
    })
    .toContain('load_timeout');
});
