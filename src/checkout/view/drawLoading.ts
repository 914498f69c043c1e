import { draw, type Drawable } from '../../overlay/draw.ts';
import type { ResolvedCheckoutOptions } from '../options/resolveCheckoutOptions.ts';
import { drawCover } from './drawCover.ts';

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
    draw(document, 'span', { style: 'position:absolute;opacity:0' }, loading),
    ...boxes.map(([width, height]) =>
      draw(document, 'i', {
        style:
          `height:${height}px;border-radius:8px;background:#8883;outline:1px solid #0000` +
          (width ? `;width:${width}%;grid-column:1/3` : ''),
      }),
    ),
  );

/** What shows that it loads: the skeleton, the merchant's own, or nothing. */
export const drawLoading = (
  document: Drawable,
  options: Pick<ResolvedCheckoutOptions, 'loading' | 'texts'>,
): Node | false =>
  options.loading === 'skeleton' ? drawSkeleton(document, options.texts.loading) : options.loading;
