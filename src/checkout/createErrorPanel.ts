import type { Platform } from '../platform/Platform.ts';
import type { CheckoutTexts } from './CheckoutTexts.ts';

/** What the error panel offers. */
export interface ErrorPanel {
  /** Given when trying again can help. */
  readonly retry: (() => void) | undefined;
  /** The complete hosted page, where there is one to go to. */
  readonly address: string | undefined;
}

/** What stands in the frame's place when there is no checkout to show: a page that failed cannot say so. */
export function createErrorPanel(
  { document }: Platform,
  texts: CheckoutTexts,
  { retry, address }: ErrorPanel,
): HTMLElement {
  const element = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    ...content: (string | Node)[]
  ): HTMLElementTagNameMap[Tag] => {
    const made = document.createElement(tag);
    made.append(...content);
    return made;
  };
  const actions = element('div');
  if (retry) {
    const button = element('button', texts.retry);
    button.type = 'button';
    button.addEventListener('click', retry);
    actions.append(button);
  }
  if (address) {
    const link = element('a', texts.openInNewPage);
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    actions.append(link);
  }
  const hint = element('span', retry ? texts.failedHint : texts.failedFinal);
  const panel = element('div', element('p', element('b', texts.failed), hint), actions);
  panel.className = 'fail';
  panel.role = 'alert';
  return panel;
}
