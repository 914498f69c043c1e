import type { PlatformDocument } from '../../platform/Platform.ts';
import type { frameTexts } from '../options/CheckoutTexts.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import type { ErrorPanel } from '../run/View.ts';

/**
 * The boxes of the page that follows, from the amount to the button: width in per cent and height in CSS
 * pixels. Without a width a box is one of a pair.
 */
const boxes: readonly (readonly [width: number, height: number])[] = [
  [25, 14],
  [45, 38],
  [70, 14],
  [45, 14],
  [100, 44],
  [45, 14],
  [100, 44],
  [0, 44],
  [0, 44],
  [0, 44],
  [0, 44],
  [100, 48],
];

type Drawable = Pick<PlatformDocument, 'createElement'>;

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
function drawCover(
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

/**
 * What stands over the frame while it loads: boxes to see, a text to be read out. A translucent grey shows
 * on every merchant's background, a transparent outline is a real one where the system sets the colours, and still
 * boxes need no care for reduced motion.
 */
const drawSkeleton = (document: Drawable, loading: string): HTMLElement =>
  drawCover(
    document,
    'status',
    'padding:4px;grid-template-columns:1fr 1fr',
    draw(document, 'span', 'position:absolute;opacity:0', loading),
    ...boxes.map(([width, height]) =>
      draw(
        document,
        'i',
        `height:${height}px;border-radius:8px;background:#8883;outline:1px solid #0000` +
          (width ? `;width:${width}%;grid-column:1/3` : ''),
      ),
    ),
  );

/** What shows that it loads: the skeleton, the merchant's own, or nothing. */
export const drawLoading = (
  document: Drawable,
  options: Pick<ResolvedCheckoutOptions, 'loading' | 'texts'>,
): Node | false =>
  options.loading === 'skeleton' ? drawSkeleton(document, options.texts.loading) : options.loading;

/** What stands in the frame's place when there is no checkout to show: a page that failed cannot say so. */
export function drawErrorPanel(
  document: Drawable,
  texts: typeof frameTexts,
  { retry, open, address }: ErrorPanel,
): HTMLElement {
  const actions = draw(document, 'div', 'display:flex;gap:16px');
  if (retry) {
    const styles =
      'padding:11px 16px;border:1px solid;border-radius:8px;background:none;color:inherit;font:inherit;font-weight:500';
    const button = draw(document, 'button', styles, texts.retry);
    button.onclick = retry;
    actions.append(button);
  }
  if (address) {
    const styles = 'padding:12px 0;color:inherit';
    const link = draw(document, 'a', styles, texts.openInNewPage);
    link.href = address;
    // Which opens without an opener.
    link.target = '_blank';
    actions.append(link);
  }
  const charge = open ? ` ${texts.notCharged}` : '';
  const title = 'font-size:20px;font-weight:600';
  return drawCover(
    document,
    'alert',
    'padding:24px 4px;font-size:14px;line-height:1.4',
    draw(
      document,
      'div',
      '',
      draw(document, 'div', title, texts.failed),
      draw(document, 'div', 'opacity:.72', retry ? texts.failedHint : '', charge),
    ),
    actions,
  );
}
