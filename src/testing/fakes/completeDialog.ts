/** Gives a dialog what jsdom's lacks: to be shown and closed. There is no top layer, and no focus moves. */
export function completeDialog(dialog: HTMLDialogElement): void {
  const partial: Partial<HTMLDialogElement> = dialog;
  partial.showModal ??= () => {
    dialog.setAttribute('open', '');
  };
  partial.close ??= () => {
    dialog.removeAttribute('open');
  };
}
