import type { Platform } from '../../platform/Platform.ts';
import { anySignal } from './anySignal.ts';
import { checkAborted } from './checkAborted.ts';
import { cloneMessage } from './cloneMessage.ts';
import { completeElement } from './completeElement.ts';
import { createFakeClock, type FakeClock } from './createFakeClock.ts';
import { createFakeFrame, type FakeFrame } from './createFakeFrame.ts';
import { createFakeWindow, type FakeWindow } from './createFakeWindow.ts';
import { createFakePopup, type FakePopup } from './createFakePopup.ts';
import { createFakeTabs } from './createFakeTabs.ts';
import { FakeStyleSheet } from './FakeStyleSheet.ts';
import { FakeMessageChannel } from './FakeMessageChannel.ts';

/** A request, and how it is answered. */
export type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

/** A merchant page without a browser, and everything a test may ask of it or do to it. */
export interface FakePage {
  readonly platform: Platform;
  readonly clock: FakeClock;
  readonly window: FakeWindow;
  readonly requests: { readonly url: string; readonly init: RequestInit }[];
  /** Where the page went. */
  readonly visits: string[];
  readonly reported: unknown[];
  readonly printed: unknown[][];
  readonly marks: string[];
  readonly storage: Map<string, string>;
  /** The frames made, oldest first. */
  readonly frames: FakeFrame[];
  /** The windows opened, oldest first. */
  readonly popups: FakePopup[];
  /** The browser opens no window. */
  popupsBlocked: boolean;
  readonly navigator: {
    language: string;
    onLine: boolean;
    userAgent: string;
    readonly userActivation: { isActive: boolean };
  };
  readonly documentEvents: FakeWindow;
  answer: Answer;
  /** Pages with the same one are tabs of one browser. */
  tabs: typeof BroadcastChannel;
  /** An answer that holds a value, with a status and headers. */
  readonly json: (value: unknown, status?: number, headers?: Record<string, string>) => Response;
  href: string;
  timeOrigin: number;
  navigation: string;
  visibility: DocumentVisibilityState;
  /** What a system colour for text is here. */
  canvasText: string;
}

/** The page's document, except that frames are fake and time is seen as the test says. */
const fakeDocument = (fake: FakePage, document: Document): Platform['document'] => ({
  get documentElement() {
    return document.documentElement;
  },
  get body() {
    return document.body;
  },
  adoptedStyleSheets: [],
  get visibilityState() {
    return fake.visibility;
  },
  querySelector: (selector) => document.querySelector(selector),
  addEventListener: fake.documentEvents.addEventListener,
  createElement: <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => {
    const element = document.createElement<Tag>(tag === 'iframe' ? ('div' as Tag) : tag);
    if (tag === 'iframe') fake.frames.push(createFakeFrame(element, fake.window));
    return completeElement(element);
  },
});

const fakeStorage = (storage: Map<string, string>): Platform['sessionStorage'] => ({
  getItem: (key) => storage.get(key) ?? null,
  setItem: (key, value) => void storage.set(key, value),
});

const fakeLocation = (fake: FakePage): Platform['location'] => ({
  get href() {
    return fake.href;
  },
  get origin() {
    return new URL(fake.href).origin;
  },
  assign: (url) => void fake.visits.push(String(url)),
});

const fakePerformance = (fake: FakePage): Platform['performance'] => ({
  now: fake.clock.now,
  mark: (name: string) => fake.marks.push(name) as unknown as PerformanceMark,
  get timeOrigin() {
    return fake.timeOrigin;
  },
  getEntriesByType: (type) =>
    type === 'navigation' ? [{ type: fake.navigation } as unknown as PerformanceEntry] : [],
});

/** Where the page's window is, and what it opens. */
const fakeScreen = (fake: FakePage, document: Document) => ({
  innerWidth: 1280,
  outerWidth: 1280,
  outerHeight: 900,
  screenX: 100,
  screenY: 50,
  open: (_url: string, _target: string, features: string) => {
    if (fake.popupsBlocked) return null;
    const popup = createFakePopup(document, features, fake.window, fake.clock);
    fake.popups.push(popup);
    return popup.window;
  },
});

/** The page's own kind of style sheet; jsdom's can be neither made nor filled. */
const sheetsOf = ({ defaultView }: Document): Platform['CSSStyleSheet'] =>
  defaultView && 'replaceSync' in defaultView.CSSStyleSheet.prototype
    ? defaultView.CSSStyleSheet
    : FakeStyleSheet;

const bindPlatform = (fake: FakePage, document: Document): Platform => ({
  document: fakeDocument(fake, document),
  location: fakeLocation(fake),
  history: {
    state: { kept: true },
    replaceState: (_state, _title, url) => void (fake.href = String(url)),
  },
  navigator: fake.navigator,
  sessionStorage: fakeStorage(fake.storage),
  performance: fakePerformance(fake),
  console: {
    info: (...words) => void fake.printed.push(words),
    warn: (...words) => void fake.printed.push(words),
  },
  Date: { now: () => Date.UTC(2026, 0, 1) + fake.clock.now() },
  MessageChannel: FakeMessageChannel,
  AbortSignal: { any: anySignal, timeout: fake.clock.timeout },
  get BroadcastChannel() {
    return fake.tabs;
  },
  fetch: async (url, init) => {
    checkAborted(init.signal);
    fake.requests.push({ url: String(url), init });
    return fake.answer(String(url), init);
  },
  setTimeout: fake.clock.setTimeout,
  clearTimeout: fake.clock.clearTimeout,
  requestAnimationFrame: (callback) => fake.clock.setTimeout(callback, 16),
  getComputedStyle: () => ({ outlineColor: fake.canvasText, overflow: 'visible' }),
  ...fakeScreen(fake, document),
  CSSStyleSheet: sheetsOf(document),
  matchMedia: () => ({
    addEventListener: fake.documentEvents.addEventListener as EventTarget['addEventListener'],
  }),
  reportError: (error) => void fake.reported.push(error),
  addEventListener: fake.window.addEventListener,
});

/** A merchant page at `https://shop.example/checkout` whose time, network and frames are the test's. */
export function createFakePlatform(document: Document, nextTask: () => Promise<void>): FakePage {
  const fake: Omit<FakePage, 'platform'> = {
    clock: createFakeClock(nextTask),
    window: createFakeWindow(),
    documentEvents: createFakeWindow(),
    requests: [],
    visits: [],
    reported: [],
    printed: [],
    marks: [],
    storage: new Map(),
    frames: [],
    popups: [],
    popupsBlocked: false,
    navigator: {
      language: 'en-GB',
      onLine: true,
      userAgent: '',
      userActivation: { isActive: false },
    },
    json: (value, status = 200, headers = {}) =>
      ({
        ok: status < 300,
        status,
        headers: new Headers(headers),
        json: () => Promise.resolve(cloneMessage(value)),
      }) as Response,
    tabs: createFakeTabs(),
    answer: () => Promise.reject(new TypeError('Nothing answers')),
    href: 'https://shop.example/checkout',
    timeOrigin: 1,
    navigation: 'navigate',
    visibility: 'visible',
    canvasText: 'rgb(0, 0, 0)',
  };
  const page = fake as FakePage;
  return Object.assign(page, { platform: bindPlatform(page, document) });
}
