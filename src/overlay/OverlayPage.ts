/** What a dialog needs of the page around it. */
export interface OverlayPage {
  readonly document: {
    readonly body: Pick<HTMLElement, 'append'>;
    readonly documentElement: Pick<HTMLElement, 'clientWidth'>;
    adoptedStyleSheets: CSSStyleSheet[];
    createElement<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag];
  };
  readonly CSSStyleSheet: new () => CSSStyleSheet;
  readonly innerWidth: number;
  getComputedStyle(element: Element): Pick<CSSStyleDeclaration, 'overflow'>;
}
