/**
 * Gives an element what those of jsdom and happy-dom lack: a part that is set as text, and a dialog that can be shown and
 * closed. There is no top layer, and no focus moves.
 */
export function completeElement<Given extends Element>(element: Given): Given {
  const partial: Partial<HTMLDialogElement> = element;
  if (partial.part === undefined) {
    Object.defineProperty(element, 'part', {
      set: (names: string) => {
        element.setAttribute('part', names);
      },
    });
  }
  if (element.localName !== 'dialog') return element;
  partial.showModal ??= () => {
    element.setAttribute('open', '');
  };
  partial.close ??= () => {
    element.removeAttribute('open');
  };
  return element;
}
