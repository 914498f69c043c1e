import type { frameTexts } from '../options/CheckoutTexts.ts';
import type { ErrorPanel } from '../run/View.ts';
import { draw, type Drawable, drawCover } from './draw.ts';

/** What stands in the frame's place when there is no checkout to show: a page that failed cannot say so. */
export function drawErrorPanel(
  document: Drawable,
  texts: typeof frameTexts,
  { retry, open, address }: ErrorPanel,
): HTMLElement {
  const actions = draw(document, 'div', 'display:flex;flex-wrap:wrap;gap:16px');
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
