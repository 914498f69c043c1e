import { type Driver, findFrame, type Place } from './Driver.ts';

export interface Shopper {
  /** Waits until a text can be read, at most a minute. */
  reads(place: Place, text: string): Promise<void>;
  /** Presses the button or link whose text begins so. */
  presses(place: Place, text: string): Promise<void>;
  /** Fills the form of the checkout with a card, key by key. */
  fillsIn(card: string): Promise<void>;
  /** The same, and submits it with Enter. */
  paysWith(card: string): Promise<void>;
}

/** Two or three seconds are enough, on a machine that has nothing else to do. */
const deadlineMs = 60_000;

async function until(what: string, found: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + deadlineMs;
  // Between two pages there is no document to ask; that is one more "not yet".
  while (!(await found().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`Waited a minute for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Brings what `find` gives as `element` into view, and tells its middle. */
const middleOf = (find: string) => `
  ${find}
  if (!element || element.disabled) return;
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
`;

/** Scrolls the page until a height in the frame is in view, as WebKit does not by itself, and tells the frame's corner. */
const cornerOfFrame = `
  ${findFrame}
  if (!frame) return [0, 0];
  window.scrollBy(0, frame.getBoundingClientRect().y + Number(input) - 300);
  const { x, y } = frame.getBoundingClientRect();
  return [x, y];
`;

/** What a shopper does, with a pointer and keys that the browser trusts: WebKit gives a frame no focus without. */
export function createShopper(driver: Driver): Shopper {
  const click = async (place: Place, find: string, input: string): Promise<void> => {
    let middle: unknown;
    let corner: unknown = [0, 0];
    // Two looks at the same place: what still moves, or a frame that was scrolled just now, would be missed.
    await until(input, async () => {
      const before = String([middle, corner]);
      middle = await driver.run(place, middleOf(find), input);
      if (!Array.isArray(middle)) return false;
      if (place === 'checkout')
        corner = await driver.runAround(place, cornerOfFrame, String(middle[1]));
      return String([middle, corner]) === before;
    });
    const [x, y] = middle as [number, number];
    const [left, top] = corner as [number, number];
    await driver.clickAt(place, Math.round(left + x), Math.round(top + y));
  };

  const fill = async (autocomplete: string, text: string): Promise<void> => {
    const find = 'const element = document.querySelector(`input[autocomplete="${input}"]`);';
    const select = `
      const element = document.activeElement;
      element.select?.();
      return element.getAttribute('autocomplete') === input;
    `;
    // Firefox scrolls a page around a frame a little later: a shopper who missed clicks again.
    await until(`the focus in ${autocomplete}`, async () => {
      await click('checkout', find, autocomplete);
      return (await driver.run('checkout', select, autocomplete)) === true;
    });
    await driver.type('checkout', text);
  };

  const fillIn = async (card: string): Promise<void> => {
    await fill('email', 'robin@alder.example');
    await fill('cc-number', card);
    await fill('cc-exp', '1234');
    await fill('cc-csc', '123');
  };

  return {
    fillsIn: fillIn,
    reads: (place, text) =>
      until(`"${text}"`, async () => {
        const body = 'return document.body.innerText.includes(input);';
        return (await driver.run(place, body, text)) === true;
      }),
    presses: (place, text) =>
      click(
        place,
        'const element = [...document.querySelectorAll(":is(main, #checkout) :is(button, a)")].find((each) => each.textContent.trim().startsWith(input) && each.checkVisibility());',
        text,
      ),
    async paysWith(card) {
      await fillIn(card);
      await driver.type('checkout', 'Enter');
    },
  };
}
