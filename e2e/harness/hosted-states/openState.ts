import type { Page } from '@playwright/test';
import type { Account } from '../createAccount.ts';
import type { Shop } from '../createShop.ts';
import type { HostedState, Stage } from './HostedState.ts';
import { hostedState } from './hostedStates.ts';

export type Surface = 'page' | 'frame';

export interface World {
  readonly account: Account;
  readonly page: Page;
  readonly shop: Shop;
}

/** Brings a fresh session into `state`, at top level or in a frame of the shop's page. */
export async function openState(
  state: HostedState,
  surface: Surface,
  world: World,
): Promise<Stage> {
  if (state.follows !== undefined) {
    const before = await openState(hostedState(state.follows), surface, world);
    await state.reach(before);
    return before;
  }
  const { account, page, shop } = world;
  // An ending takes the shopper away after a while: the way out is held back so that it can be seen.
  await page.route(/\/(success|cart)/, (route) => route.fulfill({ status: 204 }));
  const session = await account.createSession({
    ...state.fields,
    ...(await state.make?.(account)),
  });
  await state.before?.({ account, page, session });
  if (surface === 'page') await page.goto(session.url);
  else {
    await shop.open();
    await shop.mount(session, { redirect: 'auto' });
  }
  const view = surface === 'page' ? page : shop.frame();
  const stage = { account, page, session, view };
  await state.reach(stage);
  return stage;
}
