import { draw, type Drawable } from '../../overlay/draw.ts';
import type { frameTexts } from '../options/CheckoutTexts.ts';
import type { ErrorPanel } from '../run/View.ts';
import { drawCover } from './drawCover.ts';

/** What stands in the frame's place when there is no checkout to show: a page that failed cannot say so. */
export function drawErrorPanel(
  document: Drawable,
  texts: typeof frameTexts,
  { retry, open, address }: ErrorPanel,
): HTMLElement {
  const style =
    'padding:11px 16px;border:1px solid;border-radius:8px;background:none;color:inherit;font:inherit;font-weight:500';
  const charge = open ? ` ${texts.notCharged}` : '';
  return drawCover(
    document,
    'alert',
    'padding:24px 4px;font-size:14px;line-height:1.4',
    draw(
      document,
      'div',
      {},
      draw(document, 'div', { style: 'font-size:20px;font-weight:600' }, texts.failed),
      draw(document, 'div', { style: 'opacity:.72' }, retry ? texts.failedHint : '', charge),
    ),
    draw(
      document,
      'div',
      { style: 'display:flex;flex-wrap:wrap;gap:16px' },
      retry ? draw(document, 'button', { style, onclick: retry }, texts.retry) : '',
      address
        ? draw(
            document,
            'a',
            // In a new tab, which gets no opener.
            { style: 'padding:12px 0;color:inherit', href: address, target: '_blank' },
            texts.openInNewPage,
          )
        : '',
    ),
  );
}
