import { draw } from '../../overlay/draw.ts';
import type { Platform } from '../../platform/Platform.ts';
import type { ResolvedCheckoutOptions as Options } from '../options/resolveCheckoutOptions.ts';
import type { Run } from '../run/Run.ts';
import type { Theme, View } from '../run/View.ts';
import { drawErrorPanel } from './drawErrorPanel.ts';
import { drawLoading } from './drawLoading.ts';

const places = new WeakMap<Element, Element>();

/** Whether an element already holds a checkout. A copy of one, as some routers cache pages, is none. */
export const holdsCheckout = (target: Element): boolean =>
  places.get(target)?.parentNode === target;

/**
 * The colour scheme the browser uses at this place of the page. The property `color-scheme` does not tell
 * when a meta element has set it; what a system colour has become does.
 */
export function pageTheme(platform: Platform, place: HTMLElement): Theme {
  place.style.outlineColor = 'CanvasText';
  return /\(2/.test(platform.getComputedStyle(place).outlineColor) ? 'dark' : 'light';
}

/**
 * Reserves a height, and shows something over the frame, or in its place when it is no more. Extensions of browsers put
 * frames into boxes of their own: what holds the frame stays.
 */
function show(
  root: HTMLElement,
  frame: HTMLElement | undefined,
  height: number,
  cover?: Node | string | false,
): void {
  root.style = `display:grid;min-height:${height}px`;
  while (root.lastChild && !root.lastChild.contains(frame as Node)) root.lastChild.remove();
  root.append(cover || '');
}

/**
 * Whether the focus is in this place of the page, or in the page of a frame in it. Not `:focus-within`, which no frame
 * matches in Firefox and Safari: https://html.spec.whatwg.org/multipage/semantics-other.html#element-has-the-focus
 */
const holdsFocus = (root: Element): boolean =>
  root.contains((root.getRootNode() as Document | ShadowRoot).activeElement);

/**
 * Hands the focus of a frame on to the page in it. A frame behind a dialog gets none: asked for it, the page would take it
 * all the same.
 */
function passFocus(root: Element, { attempt }: Run, frame?: HTMLElement): void {
  frame?.focus();
  if (holdsFocus(root)) attempt?.send({ t: 's:focus' });
}

/**
 * Styles a frame that is not shown yet. It is transparent, not hidden: `visibility` and `display` stop painting, and with it
 * the page's readiness. A frame whose colour scheme differs from that of the page in it is painted opaque.
 *
 * No rule of the page for every frame is for this one, be it important. None reaches it in a dialog, whose own rules are.
 */
function wear(frame: HTMLElement, height: number, scheme: Theme): void {
  const all = (frame.getRootNode() as Partial<ShadowRoot>).host ? '' : 'revert';
  frame.style =
    `all:${all};grid-area:1/1;width:100%;border:0;opacity:0;height:${height}px;color-scheme:${scheme};`.replaceAll(
      ';',
      '!important;',
    );
}

/**
 * Scrolls what has to scroll until a height in the frame is in sight. A page in a frame of another site that moves the focus
 * scrolls nothing around it in Safari: https://drafts.csswg.org/cssom-view/#scroll-a-target-into-view. Firefox, which lacks
 * this function, does it by itself.
 */
function bringIntoView(platform: Platform, root: Element, height: number): void {
  const styles = `grid-area:1/1;height:1px;margin-top:${height}px`;
  const mark: HTMLElement & { scrollIntoViewIfNeeded?(): void } = draw(platform.document, 'i', {
    style: styles,
  });
  root.append(mark);
  mark.scrollIntoViewIfNeeded?.();
  mark.remove();
}

/** Builds the place of a checkout at the end of `target`: a frame, and what covers or replaces it. */
export function createView(platform: Platform, target: Element, options: Options): View {
  const root = target.appendChild(platform.document.createElement('div'));
  let scheme: Theme = 'light';
  let frame: HTMLIFrameElement | undefined;
  let hadFocus = false;
  let run: Run;
  const paint = (name: string, to: string): void => frame?.style.setProperty(name, to, 'important');
  places.set(target, root);

  return {
    root,
    focus: () => passFocus(root, run, frame),
    load: (owner) => {
      run = owner;
      show(root, frame, options.initialHeight, drawLoading(platform.document, options));
    },
    place: (next) => {
      frame = root.insertBefore(next, root.firstChild);
      wear(frame, options.initialHeight, scheme);
      // "Try again" has gone with its panel, and the focus must not go with it.
      if (hadFocus) frame.focus();
    },
    resize: (height) => paint('height', `${height}px`),
    seek: (height) => bringIntoView(platform, root, height),
    reveal: () => {
      show(root, frame, 0);
      paint('opacity', '1');
      passFocus(root, run);
    },
    fail: (panel) => {
      frame = undefined;
      hadFocus = holdsFocus(root);
      show(root, frame, 0, panel && drawErrorPanel(platform.document, options.texts, panel));
    },
    theme: (theme) => {
      scheme = theme === 'auto' ? pageTheme(platform, root) : theme;
      paint('color-scheme', scheme);
      return scheme;
    },
    remove: () => root.remove(),
  };
}
