import type { HostedWindow } from '../../channel/connectParent.ts';
import { connectMerchantPageOn, type MerchantPage } from '../../hosted/connectMerchantPage.ts';
import type { HostedMessage } from '../../protocol/HostedMessage.ts';
import { cloneMessage } from './cloneMessage.ts';
import { createFakeWindow, type FakeWindow } from './createFakeWindow.ts';
import { nameHandlers } from './nameHandlers.ts';
import { soon } from './soon.ts';

/** What was posted to the hosted page's window. */
export interface Posted {
  readonly data: unknown;
  readonly targetOrigin: string;
  readonly ports: readonly MessagePort[];
}

/** The hosted page in one load of a frame or window: the real other end of the protocol. */
export interface FakeHostedPage {
  readonly page: MerchantPage;
  /** What the merchant page told it: the handler and its data. */
  readonly heard: readonly (readonly [handler: string, data?: unknown])[];
  readonly send: (message: HostedMessage) => void;
  /** Answers what the merchant page told it, by the handler's name. */
  answer?: (handler: string) => void;
  /** Leaves this load, for good or for the back-forward cache. */
  readonly leave: (persisted?: boolean) => void;
  readonly comeBack: () => void;
}

/** A frame that loads nothing: its window is the test's. */
export interface FakeFrame {
  readonly element: HTMLIFrameElement;
  /** The window while the frame is in the page. */
  readonly window: object;
  readonly posted: readonly Posted[];
  /** The hosted page loads; it says hello before the frame's `load`. */
  readonly load: (allowedOrigins?: readonly string[]) => FakeHostedPage;
}

/** What a frame's own properties set, by the names of its attributes. */
function reflect(frame: HTMLElement): void {
  for (const name of ['sandbox', 'allow', 'referrerPolicy', 'src']) {
    Object.defineProperty(frame, name, {
      get: () => frame.getAttribute(name),
      set: (value: string) => frame.setAttribute(name, value),
    });
  }
}

/** Turns an element into a frame; messages between the two windows are cloned and trusted. */
export function createFakeFrame(element: HTMLElement, merchant: FakeWindow): FakeFrame {
  const frame = element as HTMLIFrameElement;
  reflect(frame);
  const posted: Posted[] = [];
  let hosted = createFakeWindow();
  const parent = {
    postMessage: (data: unknown, targetOrigin: string) => {
      const clone: unknown = cloneMessage(data);
      const { origin } = new URL(frame.getAttribute('src') ?? '');
      if (targetOrigin !== pageOrigin(frame)) return;
      const source = frame.contentWindow;
      soon(() => {
        merchant.dispatch('message', { isTrusted: true, source, origin, data: clone, ports: [] });
      });
    },
  };
  const window = {
    postMessage: (data: unknown, targetOrigin: string, ports: MessagePort[] = []) => {
      posted.push({ data, targetOrigin, ports });
      const event = { isTrusted: true, source: parent, origin: pageOrigin(frame), data, ports };
      const target = hosted;
      soon(() => target.dispatch('message', event));
    },
  };
  Object.defineProperty(frame, 'contentWindow', {
    get: () => (frame.isConnected ? window : null),
  });
  return {
    element: frame,
    window,
    posted,
    load: (allowedOrigins) => {
      hosted.dispatch('pagehide', { persisted: false });
      hosted = createFakeWindow();
      return loadFrame(frame, hosted, parent, allowedOrigins ?? [pageOrigin(frame)]);
    },
  };
}

const addressOf = (frame: HTMLElement): URL => new URL(frame.getAttribute('src') ?? '');

/** The origin of the merchant page, as the frame's address says it. */
const pageOrigin = (frame: HTMLElement): string =>
  new URLSearchParams(addressOf(frame).hash.slice(1)).get('o') ?? '';

function loadFrame(
  frame: HTMLElement,
  hosted: FakeWindow,
  parent: HostedWindow['parent'],
  allowedOrigins: readonly string[],
): FakeHostedPage {
  const { addEventListener } = hosted;
  const location = addressOf(frame);
  // A page in a frame never asks for the time.
  const own = { location, parent, opener: null, performance: { now: () => 0 }, addEventListener };
  const page = loadPage(own, hosted, allowedOrigins);
  soon(() => frame.dispatchEvent(new Event('load')));
  return page;
}

/** The hosted page begins in its window, whose events are the test's. */
export function loadPage(
  own: HostedWindow,
  hosted: FakeWindow,
  allowedOrigins: readonly string[],
): FakeHostedPage {
  const heard: (readonly [string, unknown?])[] = [];
  const handlers = nameHandlers((name, data) => {
    heard.push(data === undefined ? [name] : [name, data]);
    loaded.answer?.(name);
  });
  const page = connectMerchantPageOn(own, { allowedOrigins, handlers });
  const loaded: FakeHostedPage = {
    page,
    heard,
    send: page.send,
    leave: (persisted = false) => hosted.dispatch('pagehide', { persisted }),
    comeBack: () => hosted.dispatch('pageshow', { persisted: true }),
  };
  return loaded;
}
