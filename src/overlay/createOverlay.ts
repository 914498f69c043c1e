import { draw } from './draw.ts';
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
  /** Says what closing costs, and makes the close button the answer while it has the focus; `true` when it was already. */
  ask(text: string): boolean;
  /** Dims the close button and gives it this name; without one it is itself again. */
  lock(label?: string): void;
  /** Shows it: the page stands still, and the focus moves in. Once. */
  open(): void;
  /** Takes it away: the page scrolls again, and the focus is back where it was. */
  remove(): void;
}

/**
 * A modal dialog closes a popover, and with it the button that had the focus. Closed before that, it gives the focus
 * to the button that had opened it, where the dialog then finds it.
 */
function closePopover(host: Element): void {
  const popover = host.ownerDocument.activeElement?.closest('[popover]:not([popover=manual])');
  (popover as Partial<HTMLElement> | null | undefined)?.hidePopover?.();
}

type Click = (event: MouseEvent) => unknown;

/** A press moves no focus: Safari, where a button gets none by it, would take back the question before its answer. */
const onmousedown = (): boolean => false;

/** Begins the dialog with its bar: the name, unless there is something to say, and the close button. */
function drawBar(page: OverlayPage, dialog: HTMLDialogElement, close: string, onclick: Click) {
  const { document } = page;
  let name = '';
  const title = draw(document, 'span', {
    part: 'title',
    role: 'status',
    tabIndex: -1,
    autofocus: true,
  });
  const say = (text = name): void => {
    title.textContent = text;
  };
  const onblur = (): void => {
    bar.className = '';
    say();
  };
  const button = draw(document, 'button', { part: 'close', onclick, onblur, onmousedown }, close);
  const bar = dialog.appendChild(draw(document, 'p', { part: 'bar' }, title, button));
  return {
    say,
    isUntouched: (): boolean => (title.getRootNode() as ShadowRoot).activeElement === title,
    rename: (text: string, label = text): void => {
      name = text;
      dialog.ariaLabel = label;
      say();
    },
    ask: (text: string): boolean => {
      const asked = !!bar.className;
      button.focus();
      bar.className = 'ask';
      say(text);
      return asked;
    },
    lock: (label?: string): void => {
      button.ariaDisabled = String(!!label);
      if (close) button.textContent = label ?? close;
      say();
    },
  };
}

/**
 * Builds a dialog at the end of the page, which is not seen before it is opened. What wants it closed (Escape, the close
 * button, a click beside it, the browser) only asks: `dismiss` decides. Without a name for the close button there is none.
 */
export function createOverlay(page: OverlayPage, close: string, dismiss: () => void): Overlay {
  // The second click of a double one means nothing: it opened the dialog, or asked a question. No handler gives `false`,
  // which would undo the click: a link in the dialog would lead nowhere.
  const click: Click = ({ detail }) => detail > 1 || dismiss();
  const dialog = draw(page.document, 'dialog', {
    part: 'dialog',
    onclick: (event) => void (event.target === dialog && click(event)),
    oncancel: (event) => {
      event.preventDefault();
      dismiss();
    },
    // Chromium lets nobody refuse twice in a row: it closes, and tells afterwards.
    onclose: () => {
      dialog.showModal();
      dismiss();
    },
  });
  const host = draw(page.document, 'paymentkit-overlay' as 'div', {});
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(overlayStyles());
  root.adoptedStyleSheets = [sheet];
  root.append(dialog);
  page.document.body.append(host);
  let release: (() => void) | undefined;
  return {
    host,
    dialog,
    ...drawBar(page, dialog, close, click),
    open: () => {
      if (dialog.open) return;
      release = lockScroll(page);
      closePopover(host);
      dialog.showModal();
    },
    remove: () => {
      release?.();
      dialog.onclose = null;
      dialog.close();
      host.remove();
    },
  };
}
