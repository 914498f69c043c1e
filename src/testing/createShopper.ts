import { comeBack, isAway, settleMode } from './away.ts';
import { checkDecline } from './checkDecline.ts';
import { checkSession } from './checkSession.ts';
import {
  applyCodeInPage,
  cancelInPage,
  declineInPage,
  expireInPage,
  payInPage,
  waitInPage,
} from './inPage.ts';
import { makeReady } from './makeReady.ts';
import { payElsewhere } from './payElsewhere.ts';
import { reloadInPage } from './reloadInPage.ts';
import { say } from './say.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { TestDecline } from './TestCheckout.ts';
import type { TestWorld } from './TestWorld.ts';

/** Makes a step of what happens in it. */
export type Stepper = <Parameters extends unknown[]>(
  run: (...all: Parameters) => unknown,
) => (...all: Parameters) => Promise<void>;

type Ending = [
  state: 'completed' | 'open' | 'expired',
  to: 'success_url' | 'return_url',
  here: (world: TestWorld) => Promise<void>,
];

/** What the shopper and the bank do, in the page's frame or on the hosted page itself. */
export function createShopper(world: TestWorld, step: Stepper) {
  const away = async (
    there: () => Promise<void> | undefined,
    here: () => Promise<unknown>,
  ): Promise<unknown> => {
    await settleMode(world);
    return isAway(world) ? there() : here();
  };
  const ending = (...[state, to, here]: Ending) =>
    step(() =>
      away(
        () => comeBack(world, state, to),
        () => here(world),
      ),
    );
  // The page sees nothing of it.
  const stay = (): undefined => undefined;
  return {
    ready: step(() => away(stay, () => makeReady(world))),
    complete: ending('completed', 'success_url', payInPage),
    payElsewhere: step(() => payElsewhere(world)),
    decline: step((how: TestDecline = {}) => {
      checkDecline(how);
      return away(stay, () => declineInPage(world, how));
    }),
    challenge: step(() => away(stay, () => waitInPage(world, 'three_d_secure'))),
    delay: step(() => away(stay, () => waitInPage(world, 'confirmation'))),
    reload: step(() => away(stay, () => reloadInPage(world))),
    applyCode: step((session: Partial<CheckoutSession>) => {
      checkSession(session);
      const change = (): undefined => {
        say(world, session);
        return undefined;
      };
      return away(change, () => applyCodeInPage(world, session));
    }),
    cancel: ending('open', 'return_url', cancelInPage),
    expire: ending('expired', 'return_url', expireInPage),
  };
}
