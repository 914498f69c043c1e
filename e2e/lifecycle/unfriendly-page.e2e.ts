import { optionsFor } from '../harness/optionsFor.ts';
import { payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('a page full of wrappers, with an unseen target in a shadow root, is paid in once it is shown (4: 23, 41; threat 43)', async ({
  page,
  session,
  shop,
}) => {
  // What analytics, error reporters and old libraries do to the pages they are put into.
  await page.addInitScript(() => {
    if (location.pathname !== '/shop') return;
    const { fetch } = window;
    window.fetch = (...given) => fetch.apply(window, given).then((answer) => answer);
    for (const target of [MessagePort.prototype, window]) {
      const post = Reflect.get(target, 'postMessage') as (...given: unknown[]) => void;
      Reflect.set(target, 'postMessage', function (this: unknown, ...given: unknown[]) {
        Reflect.apply(post, this, given);
      });
    }
    for (const name of ['addEventListener', 'dispatchEvent'] as const) {
      const method = EventTarget.prototype[name] as (...given: unknown[]) => unknown;
      Reflect.set(EventTarget.prototype, name, function (this: unknown, ...given: unknown[]) {
        return Reflect.apply(method, this, given);
      });
    }
    addEventListener('message', () => {
      throw new Error('A listener of the page that throws at every message');
    });
  });
  await shop.open();
  await page.evaluate(() => {
    Object.assign(Object.prototype, { t: 'h:completed', seq: 1, redirect: 'auto' });
    const host = document.querySelector('#checkout');
    const root = host?.attachShadow({ mode: 'open' });
    const place = document.createElement('div');
    place.id = 'place';
    place.style.cssText = 'display:none;width:0';
    root?.append(place);
  });
  await page.evaluate((options) => {
    const place = document.querySelector('#checkout')?.shadowRoot?.querySelector('#place');
    if (place) window.shop.mountAt(place, { ...options, redirect: 'never' });
  }, optionsFor(session));
  // Nothing paints there, and the checkout is ready all the same.
  await shop.event('ready');
  const place = page.locator('#place');
  await place.evaluate((own) => {
    own.style.display = 'block';
  });
  expect((await place.locator('iframe').boundingBox())?.width).toBe(0);
  await place.evaluate((own) => {
    own.style.width = '420px';
  });
  await expect.poll(async () => (await place.locator('iframe').boundingBox())?.width).toBe(420);
  const frame = place.locator('iframe').contentFrame();
  await payWith(frame);
  await shop.event('complete');
  expect(await shop.events('complete')).toHaveLength(1);
  expect(await shop.events('error')).toEqual([]);
  const cut = () => frame.locator('html').evaluate((root) => root.scrollHeight - innerHeight);
  await expect.poll(cut).toBeLessThanOrEqual(1);
});

test('a page that lets nobody change what all inherit, with an extension that puts frames into boxes, is paid in', async ({
  page,
  session,
  shop,
}) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await shop.open();
  await page.evaluate(() => {
    for (const part of [Object, Array, Function, Error, TypeError, Promise, Event, EventTarget]) {
      Object.freeze(part.prototype);
      Object.freeze(part);
    }
    const boxed = new Set<Element>();
    const box = (): void => {
      for (const frame of document.querySelectorAll('iframe')) {
        if (boxed.has(frame)) continue;
        boxed.add(frame);
        const own = document.createElement('span');
        frame.replaceWith(own);
        own.append(frame);
      }
    };
    new MutationObserver(box).observe(document, { childList: true, subtree: true });
  });
  await shop.mount(session);
  await payWith(shop.frame());
  expect(await shop.event('complete')).toMatchObject({ session: session.id, verified: 'api' });
  expect(await shop.outcome()).toMatchObject({ outcome: 'completed' });
  await expect(page.locator('#checkout span > iframe')).toHaveCount(1);
  expect(faults).toEqual([]);
});
