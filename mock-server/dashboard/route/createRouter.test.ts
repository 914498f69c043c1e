// @vitest-environment happy-dom
import type { DetachedWindowAPI } from 'happy-dom';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createRouter, type Router } from './createRouter.ts';

const here = `${location.origin}/dashboard/acc_1`;

// happy-dom follows a link before the page has heard of the click, and each test after it would stand elsewhere.
const { happyDOM } = window as unknown as Window & { readonly happyDOM: DetachedWindowAPI };
Object.assign(happyDOM.settings.navigation, {
  disableMainFrameNavigation: true,
  disableFallbackToSetURL: true,
});

/** A click on something within a link; says whether the browser was left to follow it. */
const click = (attributes: string, how: MouseEventInit = {}): boolean => {
  document.body.innerHTML = `<a ${attributes}><b>Payments</b></a>`;
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...how });
  // Whatever is left to the browser would load a page: the test's own document stays.
  let left = false;
  addEventListener(
    'click',
    () => {
      left = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  document.querySelector('b')?.dispatchEvent(event);
  return left;
};

/** A page has one router for as long as it is there. Here each test has its own, and the next one has it no more. */
function createOwn(): Router {
  const over = new AbortController();
  onTestFinished(() => over.abort());
  const heard = (target: EventTarget): Pick<EventTarget, 'addEventListener'> => ({
    addEventListener: (type, listener) => target.addEventListener(type, listener, over),
  });
  const own = { ...heard(window), document: heard(document), history, location };
  return createRouter(own as unknown as Window);
}

beforeEach(() => {
  history.replaceState(null, '', '/dashboard/acc_1');
});

test('a link within the dashboard changes the address and tells, and nothing is loaded', () => {
  const router = createOwn();
  const heard: string[] = [];
  const stop = router.onChange(() => heard.push(router.address()));
  expect(router.moved()).toBe(false);
  expect(click(`href="${here}/payments?state=open"`)).toBe(false);
  expect(heard).toEqual(['/dashboard/acc_1/payments?state=open']);
  expect(router.moved()).toBe(true);
  stop();
  router.go('/dashboard/acc_1');
  expect(heard).toHaveLength(1);
});

test.each<[string, string, MouseEventInit?]>([
  ['to another page of the server', `href="${location.origin}/checkout/cst_1"`],
  ['to what only begins alike', `href="${location.origin}/dashboards"`],
  ['to the dashboard of another server', 'href="https://docs.example/dashboard/acc_1"'],
  ['to a place within a page', `href="${here}#top"`],
  ['into a window of its own', `href="${here}" target="_blank"`],
  ['with Ctrl', `href="${here}"`, { ctrlKey: true }],
  ['with Cmd', `href="${here}"`, { metaKey: true }],
  ['with Shift', `href="${here}"`, { shiftKey: true }],
  ['with Alt', `href="${here}"`, { altKey: true }],
  ['with another button', `href="${here}"`, { button: 1 }],
])('a click %s is left to the browser', (_what, attributes, how) => {
  const router = createOwn();
  expect(click(attributes, how)).toBe(true);
  expect(router.moved()).toBe(false);
});

test('going to the same address again adds no step to go back over, and is told', () => {
  const router = createOwn();
  const { length } = history;
  let told = 0;
  router.onChange(() => (told += 1));
  router.go('/dashboard/acc_1');
  expect([history.length, told]).toEqual([length, 1]);
});

test('Back is told, and a click that somebody else has taken is not', () => {
  const router = createOwn();
  let told = 0;
  router.onChange(() => (told += 1));
  dispatchEvent(new PopStateEvent('popstate'));
  expect(told).toBe(1);
  const take = (event: Event): void => event.preventDefault();
  document.body.addEventListener('click', take, { once: true });
  click(`href="${here}/payments"`);
  expect([told, router.address()]).toEqual([1, '/dashboard/acc_1']);
});

test('a screen that is shown otherwise has its address, and the way back does not lead through it', () => {
  const router = createOwn();
  const heard: string[] = [];
  router.onChange(() => heard.push(router.address()));
  const before = history.length;
  router.replace('/dashboard/acc_1/payments?filter=v');
  router.replace('/dashboard/acc_1/payments?filter=vi');
  expect(heard).toEqual([
    '/dashboard/acc_1/payments?filter=v',
    '/dashboard/acc_1/payments?filter=vi',
  ]);
  expect(history.length).toBe(before);
});
