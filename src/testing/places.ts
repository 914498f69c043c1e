import type { FakePopup } from './fakes/createFakePopup.ts';
import { liveCheckout } from './liveCheckout.ts';
import type { Place, Places, TestWorld } from './TestWorld.ts';

/** To be asked before a checkout is made. */
export const countPlaces = ({ page: { frames, popups } }: TestWorld): Places => ({
  frames: frames.length,
  popups: popups.length,
});

/** Where the page of the checkout made last is shown, or will be: the window that was sent there last, or the frame. */
export const findPlace = (world: TestWorld): Place | undefined => {
  const { frames, popups } = world.page;
  const { before = { frames: 0, popups: 0 }, target } = liveCheckout(world) ?? {};
  return (
    findWindow(popups.slice(before.popups)) ??
    frames
      .slice(before.frames)
      .filter(({ element }) => element.isConnected && (target?.contains(element) ?? true))
      .at(-1)
  );
};

const findWindow = (popups: readonly FakePopup[]): FakePopup | undefined =>
  popups.filter(({ address, closed }) => address && !closed).at(-1);
