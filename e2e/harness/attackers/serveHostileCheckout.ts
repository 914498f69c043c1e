import type { Page } from '@playwright/test';

/**
 * Replaces the hosted page by one that an attacker wrote, on the real origin: it shakes hands as it
 * should and then keeps what it hears and sends what the test tells it to (`window.send`).
 */
export async function serveHostileCheckout(page: Page, markup = ''): Promise<void> {
  const script = `
    const hash = new URLSearchParams(location.hash.slice(1));
    let seq = 0;
    window.heard = [];
    window.connected = new Promise((resolve) => {
      addEventListener('message', ({ data, ports }) => {
        heard.push(data);
        if (data.t !== 's:port') return;
        ports[0].onmessage = ({ data }) => {
          heard.push(data);
          // Who has not answered is listened to.
          if (data.t === 's:ping') send({ t: 'h:pong' });
        };
        window.port = ports[0];
        resolve();
      });
    });
    window.send = (message) => port.postMessage({ seq: (seq += 1), ...message });
    parent.postMessage(
      { pk: 1, t: 'h:hello', n: hash.get('n'), v: { min: 1, max: 1 } }, hash.get('o'));`;
  await page.route('**/embed/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Hostile</title>${markup}<script>${script}</script>`,
    }),
  );
}
