import type { HostedWindow } from '../../channel/connectParent.ts';
import type { PlatformWindow } from '../../platform/Platform.ts';
import { cloneMessage } from './cloneMessage.ts';
import type { FakeClock } from './createFakeClock.ts';
import { type FakeHostedPage, loadPage, type Posted } from './createFakeFrame.ts';
import { createFakeWindow, type FakeWindow } from './createFakeWindow.ts';
import { soon } from './soon.ts';

/** A window that loads nothing: what is in it is the test's. */
export interface FakePopup {
  /** What the merchant page holds of it. */
  readonly window: PlatformWindow;
  readonly features: string;
  /** Where it was sent; nowhere while it waits for the token. */
  readonly address: string;
  readonly closed: boolean;
  /** How often it was brought to the front. */
  readonly focused: number;
  readonly posted: readonly Posted[];
  /** The hosted page loads; it says hello if the two are not cut apart. */
  readonly load: (allowedOrigins?: readonly string[]) => FakeHostedPage;
  /** The shopper closes it. */
  readonly close: () => void;
  /** A Cross-Origin-Opener-Policy cuts the two apart: `closed` is said of a window that is there. */
  readonly cut: () => void;
  /** The page that opened it is closed. */
  readonly loseOpener: () => void;
}

/** What the two windows know of one another. */
interface Ties {
  address: string;
  closed: boolean;
  cut: boolean;
  orphaned: boolean;
  focused: number;
  hosted: FakeWindow;
}

const createTies = (): Ties => ({
  address: '',
  closed: false,
  cut: false,
  orphaned: false,
  focused: 0,
  hosted: createFakeWindow(),
});

const originOf = (address: string): string => (address ? new URL(address).origin : '');

const pageOrigin = ({ address }: Ties): string =>
  new URLSearchParams(new URL(address).hash.slice(1)).get('o') ?? '';

/** The merchant page as the page in the window sees it. */
const createOpener = (ties: Ties, merchant: FakeWindow, source: object) => ({
  get closed() {
    return ties.orphaned;
  },
  postMessage: (data: unknown, targetOrigin: string) => {
    const clone: unknown = cloneMessage(data);
    if (targetOrigin !== pageOrigin(ties)) return;
    const event = { isTrusted: true, source, origin: originOf(ties.address) };
    soon(() => {
      merchant.dispatch('message', { ...event, data: clone, ports: [] });
    });
  },
});

type Opener = ReturnType<typeof createOpener>;

/** What the merchant page holds of the window. */
const createHeldWindow = (
  ties: Ties,
  document: Document,
  opener: () => Opener,
  posted: Posted[],
): PlatformWindow => ({
  get closed() {
    return ties.closed || ties.cut;
  },
  location: {
    replace: (url) => {
      ties.address = String(url);
    },
  },
  document,
  close: () => {
    if (!ties.cut) closeWindow(ties);
  },
  focus: () => {
    ties.focused++;
  },
  postMessage: (data: unknown, target: unknown, ports: Transferable[] = []) => {
    const transferred = ports as MessagePort[];
    posted.push({ data, targetOrigin: String(target), ports: transferred });
    const event = { isTrusted: true, source: opener(), origin: pageOrigin(ties), data };
    const { hosted } = ties;
    if (!ties.cut) {
      soon(() => hosted.dispatch('message', { ...event, ports: transferred }));
    }
  },
});

function closeWindow(ties: Ties): void {
  if (!ties.closed) ties.hosted.dispatch('pagehide', { persisted: false });
  ties.closed = true;
}

function loadWindow(ties: Ties, opener: Opener, now: () => number): HostedWindow {
  ties.hosted = createFakeWindow();
  const own = {
    location: new URL(ties.address),
    opener: ties.cut ? null : opener,
    performance: { now },
    addEventListener: ties.hosted.addEventListener,
  };
  const parent = own as unknown as Window;
  return Object.assign(own, { parent });
}

/** A window that the merchant page has opened. */
export function createFakePopup(
  document: Document,
  features: string,
  merchant: FakeWindow,
  clock: FakeClock,
): FakePopup {
  const posted: Posted[] = [];
  const ties = createTies();
  const inside = document.implementation.createHTMLDocument();
  const window = createHeldWindow(ties, inside, () => opener, posted);
  const opener = createOpener(ties, merchant, window);
  return {
    window,
    features,
    posted,
    get address() {
      return ties.address;
    },
    get closed() {
      return ties.closed;
    },
    get focused() {
      return ties.focused;
    },
    load: (allowedOrigins) => {
      const own = loadWindow(ties, opener, clock.now);
      return loadPage(own, ties.hosted, allowedOrigins ?? [pageOrigin(ties)]);
    },
    close: () => closeWindow(ties),
    cut: () => {
      ties.cut = true;
    },
    loseOpener: () => {
      ties.orphaned = true;
    },
  };
}
