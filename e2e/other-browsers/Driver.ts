/** Where something is done: in the merchant's page, or in the hosted checkout: in it, in a window or in its place. */
export type Place = 'page' | 'checkout';

/** The few things that every browser can be told, in the words of its own protocol. */
export interface Driver {
  /** What is driven, as the browser names itself. */
  readonly version: string;
  goTo(url: string): Promise<void>;
  /** What the body of a function returns that gets `input`. */
  run(place: Place, body: string, input?: string): Promise<unknown>;
  /** The same in the window in which the place is, outside of any frame. */
  runAround(place: Place, body: string, input?: string): Promise<unknown>;
  /** A click of a real pointer, in pixels from the corner of the window in which the place is. */
  clickAt(place: Place, x: number, y: number): Promise<void>;
  /** Keys of a real keyboard, to whatever has the focus there; `Enter` is a key of its own. */
  type(place: Place, text: string): Promise<void>;
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
