import { draw, type Drawable } from '../../overlay/draw.ts';

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
  const cover = draw(document, 'div', { role, style: 'grid-area:1/1' });
  cover
    .attachShadow({ mode: 'open' })
    .append(draw(document, 'div', { style: `display:grid;gap:16px;${styles}` }, ...content));
  return cover;
}
