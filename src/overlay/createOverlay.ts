import { lockScroll } from './lockScroll.ts';
import type { OverlayPage } from './OverlayPage.ts';
import { overlayStyles } from './overlayStyles.ts';

/** A modal dialog over the page. */
export interface Overlay {
  /** Where it hangs in the page; its colour scheme is the page's. */
  readonly host: HTMLElement;
  /** What is shown goes to its end. */
  readonly dialog: HTMLDialogElement;
  /** Names it: in its bar, and for assistive technology. */
  rename(title: string, label?: string): void;
  /** Whether the focus is where it was when the dialog opened. */
  isUntouched(): boolean;
  /** Stands in the bar in place of the name, and is read out. Without a text the name comes back. */
  say(text?: string): void;
  /** Says what closing costs, and makes the close button the answer while it has the focus. */
  ask(text: string): void;
  /** Dims the close button and gives it this name; without one it is itself again. */
  lock(label?: string): void;
  /** Shows it: the page stands still, and the focus moves in. Once. */
  open(): void;
  /** Wants it closed, as Escape does. */
  dismiss(): void;
  /** Takes it away: the page scrolls again, and the focus is back where it was. */
  remove(): void;
}

function build(page: OverlayPage, close: string) {
  const draw = <Tag extends 'dialog' | 'p' | 'span' | 'button'>(
    tag: Tag,
    part: string,
    ...content: (Node | string)[]
  ): HTMLElementTagNameMap[Tag] => {
    const element = page.document.createElement(tag);
    element.setAttribute('part', part);
    element.append(...content);
    return element;
  };
  const title = draw('span', 'title');
  title.role = 'status';
  title.tabIndex = -1;
  title.autofocus = true;
  const button = draw('button', 'close', close);
  const bar = draw('p', 'bar', title, button);
  const dialog = draw('dialog', 'dialog', bar);
  const host = page.document.createElement('paymentkit-overlay' as 'div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(overlayStyles());
  root.adoptedStyleSheets = [sheet];
  root.append(dialog);
  return { host, root, dialog, bar, title, button };
}

type Parts = ReturnType<typeof build>;

/**
 * A modal dialog closes a popover, and with it the button that had the focus. Closed before that, it gives the focus
 * to the button that had opened it, where the dialog then finds it.
 */
function closePopover(host: Element): void {
  const popover = host.ownerDocument.activeElement?.closest('[popover]:not([popover=manual])');
  (popover as Partial<HTMLElement> | null | undefined)?.hidePopover?.();
}

/** Hears whatever wants the dialog closed. */
function listen({ dialog, button }: Parts, dismiss: () => void): void {
  // The second click of a double one means nothing: it opened the dialog, or asked a question.
  dialog.onclick = (event) => {
    if ((event.target === dialog || event.target === button) && event.detail < 2) dismiss();
  };
  dialog.oncancel = (event) => {
    event.preventDefault();
    dismiss();
  };
  // Chromium lets nobody refuse twice in a row: it closes, and tells afterwards.
  dialog.onclose = () => {
    dialog.showModal();
    dismiss();
  };
}

/** The words of the bar: the name, unless there is something to say. */
function createBar(
  { dialog, bar, title, button }: Parts,
  close: string,
): Pick<Overlay, 'rename' | 'say' | 'ask' | 'lock'> {
  let name = '';
  const say = (text = name): void => {
    title.textContent = text;
  };
  button.onblur = () => {
    bar.className = '';
    say();
  };
  return {
    say,
    rename: (text, label = text) => {
      name = text;
      dialog.ariaLabel = label;
      say();
    },
    ask: (text) => {
      button.focus();
      bar.className = 'ask';
      say(text);
    },
    lock: (label) => {
      button.ariaDisabled = String(!!label);
      if (close) button.textContent = label ?? close;
      say();
    },
  };
}

/**
 * Builds a dialog at the end of the page, which is not seen before it is opened. What wants it closed (Escape, the close
 * button, a click beside it, the browser) only asks: `onDismiss` decides, and learns whether the shopper was asked back.
 * Without a name for the close button there is none.
 */
export function createOverlay(
  page: OverlayPage,
  close: string,
  onDismiss: (asked: boolean) => void,
): Overlay {
  const parts = build(page, close);
  const { host, root, dialog, bar, title } = parts;
  const dismiss = (): void => onDismiss(!!bar.className);
  listen(parts, dismiss);
  page.document.body.append(host);
  let release: (() => void) | undefined;
  return {
    host,
    dialog,
    open: () => {
      if (dialog.open) return;
      release = lockScroll(page);
      closePopover(host);
      dialog.showModal();
    },
    dismiss,
    isUntouched: () => root.activeElement === title,
    ...createBar(parts, close),
    remove: () => {
      release?.();
      dialog.onclose = null;
      dialog.close();
      host.remove();
    },
  };
}
