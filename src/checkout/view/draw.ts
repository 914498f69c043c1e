import type { PlatformDocument } from '../../platform/Platform.ts';

/** What makes elements: the document of a page, or of a window. */
export type Drawable = Pick<PlatformDocument, 'createElement'>;

/** An element with styles that a strict `style-src` allows: they never pass through markup. */
export function draw<Tag extends keyof HTMLElementTagNameMap>(
  document: Drawable,
  tag: Tag,
  styles: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.style.cssText = styles;
  element.append(...content);
  return element;
}

/**
 * A cover over the frame's place, in a shadow root: the merchant's rules do not reach in, while colour and
 * font are the page's own, which can be read on its background.
 */
export function drawCover(
  document: Drawable,
  role: string,
  styles: string,
  ...content: Node[]
): HTMLElement {
  const cover = draw(document, 'div', 'grid-area:1/1');
  cover.role = role;
  cover
    .attachShadow({ mode: 'open' })
    .append(draw(document, 'div', `display:grid;gap:16px;${styles}`, ...content));
  return cover;
}
