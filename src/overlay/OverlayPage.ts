import type { Drawable } from './draw.ts';

/** What a dialog needs of the page around it. */
export interface OverlayPage {
  readonly document: Drawable & {
    readonly body: Pick<HTMLElement, 'append'>;
    readonly documentElement: Pick<HTMLElement, 'clientWidth'>;
    adoptedStyleSheets: CSSStyleSheet[];
  };
  readonly CSSStyleSheet: new () => CSSStyleSheet;
  readonly innerWidth: number;
  getComputedStyle(element: Element): Pick<CSSStyleDeclaration, 'overflow'>;
}
