import type { Platform } from '../platform/Platform.ts';
import { createErrorPanel, type ErrorPanel } from './createErrorPanel.ts';
import { createSkeleton } from './createSkeleton.ts';
import type { ResolvedCheckoutOptions } from './resolveCheckoutOptions.ts';
import { viewStyles } from './viewStyles.ts';

export type Theme = 'light' | 'dark';

/** What a checkout shows in its place on the page. */
export interface View {
  /** Shows that it loads, and reserves the height. */
  load(): void;
  /** Puts a frame in place, unseen below what shows that it loads. */
  place(frame: HTMLIFrameElement): void;
  resize(height: number): void;
  /** The frame takes over. */
  reveal(): void;
  /** Takes the frame away; the panel, or nothing, stands in its place. */
  fail(panel?: ErrorPanel): void;
  /** Puts on a theme and says which it is: `auto` is the colour scheme of the page around. */
  theme(theme: Theme | 'auto'): Theme;
  remove(): void;
}

/** The colour scheme the browser uses at this place of the page. */
function pageTheme(platform: Platform, target: Element): Theme {
  const { colorScheme } = platform.getComputedStyle(target);
  const prefersDark = platform.matchMedia('(prefers-color-scheme: dark)').matches;
  const dark = colorScheme.includes('dark') && (prefersDark || !colorScheme.includes('light'));
  return dark ? 'dark' : 'light';
}

/** Whether a place already holds a checkout. A copy of one, as some routers cache pages, has no shadow root. */
export const holdsCheckout = (target: Element): boolean =>
  [...target.children].some((child) => child.shadowRoot && child.hasAttribute('data-paymentkit'));

function createRoot({ document, CSSStyleSheet }: Platform, target: Element) {
  const root = document.createElement('div');
  const shadow = root.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(viewStyles);
  shadow.adoptedStyleSheets = [sheet];
  root.setAttribute('data-paymentkit', '');
  target.append(root);
  return [root, shadow, document.createElement('slot')] as const;
}

/**
 * Builds the place of a checkout at the end of `target`. The frame stays in the page's own tree; skeleton
 * and error panel live in a shadow root, where the merchant's styles do not reach.
 */
export function createView(
  platform: Platform,
  target: Element,
  { loading, texts, initialHeight }: ResolvedCheckoutOptions,
): View {
  const [root, shadow, slot] = createRoot(platform, target);
  let scheme: Theme;
  let frame: HTMLIFrameElement | undefined;
  const show = (height: number, kept: Node | undefined, ...content: (Node | string)[]): void => {
    for (const child of [...root.childNodes]) if (child !== kept) child.remove();
    root.style.minHeight = `${height}px`;
    shadow.replaceChildren(slot, ...content);
  };
  return {
    load: () => {
      show(initialHeight, undefined);
      if (loading === 'skeleton') shadow.append(createSkeleton(platform, texts.loading));
      else if (loading) root.append(loading);
    },
    place: (next) => {
      frame = next;
      // Not `visibility` or `display`: those stop painting, and with it the page's readiness.
      frame.style.cssText = `display:block;width:100%;border:0;opacity:0;height:${initialHeight}px`;
      // A frame whose scheme differs from that of the page in it is painted opaque.
      frame.style.colorScheme = scheme;
      root.prepend(frame);
    },
    resize: (height) => frame?.style.setProperty('height', `${height}px`),
    reveal: () => {
      show(0, frame);
      frame?.style.removeProperty('opacity');
    },
    fail: (panel) => show(0, undefined, panel ? createErrorPanel(platform, texts, panel) : ''),
    theme: (theme) => {
      scheme = theme === 'auto' ? pageTheme(platform, target) : theme;
      root.setAttribute('data-theme', scheme);
      frame?.style.setProperty('color-scheme', scheme);
      return scheme;
    },
    remove: () => root.remove(),
  };
}
