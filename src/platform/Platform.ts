/** The events of a window and its document that the SDK listens to. */
export interface PlatformEvents {
  message: MessageEvent;
  online: Event;
  pageshow: PageTransitionEvent;
  pagehide: PageTransitionEvent;
}

/** A window that the SDK has opened: of the hosted page in it only this can be touched. */
export interface PlatformWindow {
  /** Also `true` when a Cross-Origin-Opener-Policy has cut the two apart. */
  readonly closed: boolean;
  readonly location: Pick<Location, 'replace'>;
  /** Readable before the window goes to the hosted page. */
  readonly document: Pick<Document, 'body' | 'createElement' | 'documentElement' | 'title'>;
  close(): void;
  focus(): void;
  postMessage: Window['postMessage'];
}

/** The part of `document` that the SDK touches. */
export interface PlatformDocument {
  readonly documentElement: Pick<HTMLElement, 'clientWidth' | 'lang'>;
  readonly body: Pick<HTMLElement, 'append'>;
  adoptedStyleSheets: CSSStyleSheet[];
  readonly visibilityState: DocumentVisibilityState;
  createElement<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag];
  querySelector(selector: string): Element | null;
  addEventListener<K extends 'visibilitychange' | 'securitypolicyviolation'>(
    type: K,
    listener: (event: DocumentEventMap[K]) => void,
    options: { readonly signal: AbortSignal },
  ): void;
}

/**
 * Everything that capabilities touch of the outside: messages, frame, fetch, clock, storage and
 * navigation. A browser's window is one as it stands, so binding it costs nothing: an entry hands in
 * `globalThis`, on a server an object without a document, which capabilities refuse; a test hands in
 * another, whose `document` makes frames that a fake hosted page answers from. Each name is looked up
 * when it is used, never kept at import.
 */
export interface Platform {
  readonly document: PlatformDocument;
  readonly location: Pick<Location, 'assign' | 'href' | 'origin'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  readonly navigator: Pick<Navigator, 'language' | 'onLine' | 'userAgent'> & {
    readonly userActivation: Pick<UserActivation, 'isActive'>;
  };
  /** Reading the property itself throws where the shopper blocks storage. */
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly performance: Pick<Performance, 'getEntriesByType' | 'mark' | 'now' | 'timeOrigin'>;
  readonly console: Pick<Console, 'info' | 'warn'>;
  readonly Date: Pick<DateConstructor, 'now'>;
  readonly MessageChannel: typeof MessageChannel;
  /** Making one throws where the browser has none, or allows none. */
  readonly BroadcastChannel: typeof BroadcastChannel;
  /** Time limits that nothing has to be cleared for, and the first of several ends. */
  readonly AbortSignal: Pick<typeof AbortSignal, 'any' | 'timeout'>;
  readonly CSSStyleSheet: new () => CSSStyleSheet;
  /** The page has COOP and COEP: it shows only frames that opt in, or have no credentials. */
  readonly crossOriginIsolated?: boolean;
  readonly innerWidth: number;
  readonly outerWidth: number;
  readonly outerHeight: number;
  readonly screenX: number;
  readonly screenY: number;
  /** `null` when the browser blocks it. */
  open(url: string, target: string, features: string): PlatformWindow | null;
  fetch(url: string | URL, init: RequestInit): Promise<Response>;
  setTimeout(callback: () => void, milliseconds?: number): number;
  clearTimeout(timer: number): void;
  requestAnimationFrame(callback: () => void): number;
  getComputedStyle(element: Element): Pick<CSSStyleDeclaration, 'outlineColor' | 'overflow'>;
  matchMedia(query: string): Pick<MediaQueryList, 'addEventListener'>;
  reportError(error: unknown): void;
  addEventListener<K extends keyof PlatformEvents>(
    type: K,
    listener: (event: PlatformEvents[K]) => void,
    options: { readonly signal: AbortSignal } | { readonly once: true },
  ): void;
}
