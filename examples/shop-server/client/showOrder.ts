import { findElement } from './findElement.ts';
import { formatMoney } from './formatMoney.ts';
import { orderWords } from './orderWords.ts';
import type { OrderView } from './shopApi.ts';

/** Writes on a result page what the shop's server says. Text only: nothing of an address is ever markup. */
export function showOrder(order: OrderView | 'unknown' | 'unreachable'): void {
  const view = typeof order === 'string' ? undefined : order;
  const state = typeof order === 'string' ? order : order.state;
  const heading = findElement('heading', HTMLHeadingElement);
  const isNews = heading.textContent !== orderWords[state].heading;
  heading.textContent = orderWords[state].heading;
  findElement('message', HTMLParagraphElement).textContent = orderWords[state].message;
  document.title = `${orderWords[state].heading} · Alder Press`;

  const receipt = findElement('receipt', HTMLDListElement);
  receipt.hidden = !view;
  if (view) {
    const { reference, product, currency, amountAtom, paidAtom } = view;
    setText('reference', reference);
    setText('product', product);
    setText('amount-label', paidAtom === undefined ? 'Total' : 'Paid');
    setText('amount', formatMoney(paidAtom ?? amountAtom, currency));
  }
  findElement('result', HTMLDivElement).ariaBusy = 'false';
  // People who listen to the page hear the result at once, and those who use the keyboard start there.
  if (isNews) heading.focus({ preventScroll: true });
}

const setText = (id: string, text: string) => {
  findElement(id, HTMLElement).textContent = text;
};
