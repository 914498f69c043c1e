/** Tells an event of the checkout as a DOM event; `false` when a listener prevented what follows. */
export const tellEvent = (element: EventTarget, type: string, detail: object): boolean => {
  const init = { detail, bubbles: true, cancelable: true, composed: true };
  return element.dispatchEvent(new CustomEvent(`paymentkit:${type}`, init));
};
