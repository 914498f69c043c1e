/** A style sheet that does nothing, where a DOM for tests has no real ones. */
export const FakeStyleSheet = class {
  replaceSync(): void {
    return;
  }
} as unknown as new () => CSSStyleSheet;
