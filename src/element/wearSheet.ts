/** How the element is laid out: a page's own styles for it win. Sheets stay with the document that they were made in. */
export function wearSheet(root: ShadowRoot): void {
  const { defaultView } = root.ownerDocument;
  if (!defaultView || !('adoptedStyleSheets' in root)) return;
  const sheet = new defaultView.CSSStyleSheet();
  sheet.replaceSync(':host{display:block}:host([hidden]){display:none}');
  root.adoptedStyleSheets = [sheet];
}
