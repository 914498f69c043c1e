/** What makes elements: the document of a page, or of a window. */
export interface Drawable {
  createElement<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag];
}

/** What an element has. Its styles and parts are given as text. */
type Properties<Element> = Partial<Omit<Element, 'style' | 'part'>> & {
  readonly style?: string;
  readonly part?: string;
};

/** An element with its properties, among them styles that a strict `style-src` allows: they never pass through markup. */
export function draw<Tag extends keyof HTMLElementTagNameMap>(
  document: Drawable,
  tag: Tag,
  properties: Properties<HTMLElementTagNameMap[Tag]>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}
