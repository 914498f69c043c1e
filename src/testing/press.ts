import { frameTexts, ladderTexts } from '../checkout/options/CheckoutTexts.ts';
import { demand } from './demand.ts';
import { liveCheckout } from './liveCheckout.ts';
import { settleStart } from './settleStart.ts';
import type { TestWorld } from './TestWorld.ts';

/** What the SDK draws is in shadow roots too, where the queries of testing libraries do not look. */
function findButton(
  root: ParentNode,
  fits: (button: HTMLElement) => boolean,
): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.localName === 'button' && fits(element)) return element;
    const inside = element.shadowRoot && findButton(element.shadowRoot, fits);
    if (inside) return inside;
  }
  return undefined;
}

function pressWhere(root: ParentNode, what: string, fits: (button: HTMLElement) => boolean): void {
  const button = findButton(root, fits);
  demand(button, `Failed to press: there is no ${what} on the page.`);
  button.click();
}

/** The shopper presses a button that the SDK shows in the frame's place. */
export async function pressText(
  world: TestWorld,
  root: ParentNode,
  name: 'retry' | 'continue',
): Promise<void> {
  await settleStart(world);
  const words = { ...frameTexts, ...ladderTexts, ...liveCheckout(world)?.texts };
  pressWhere(root, `"${words[name]}"`, ({ textContent }) => textContent === words[name]);
  await settleStart(world);
}

/** The shopper closes the window, or the dialog. */
export async function dismiss(world: TestWorld, root: ParentNode): Promise<void> {
  await settleStart(world);
  const { popups, clock } = world.page;
  const popup = popups.filter(({ closed }) => !closed).at(-1);
  if (popup) {
    popup.close();
    // Seen within half a second, and then asked for one whether it is there.
    await clock.advance(1500);
  } else pressWhere(root, 'dialog that can be closed', (button) => button.matches('[part=close]'));
}
