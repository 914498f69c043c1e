/** Where a script runs: the merchant's page, or the hosted checkout in it or in its place. */
export type Place = 'page' | 'checkout';

/** The few things that every browser can be told, in the words of its own protocol. */
export interface Driver {
  /** What is driven, as the browser names itself. */
  readonly version: string;
  goTo(url: string): Promise<void>;
  /** What the body of a function returns that gets `input`. */
  run(place: Place, body: string, input?: string): Promise<unknown>;
  /** A click of a real pointer, in pixels from the corner of the window. */
  clickAt(x: number, y: number): Promise<void>;
  /** Keys of a real keyboard, to whatever has the focus; `Enter` is a key of its own. */
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Finds the frame of the checkout, also in the open shadow tree of the dialog. */
export const findFrame = `
  const find = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const frame = element.localName === 'iframe' ? element : element.shadowRoot && find(element.shadowRoot);
      if (frame) return frame;
    }
  };
  const frame = find(document);
`;
