import { kill } from 'node:process';
import type { Page } from '@playwright/test';

/**
 * Kills, when it is called, the processes that the pages of this browser have begun since: a frame of another site runs
 * in one of its own. That is how it ends when the memory is full, and no page is told of it.
 */
export async function frameProcess(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser does not tell its processes.');
  const find = async (): Promise<number[]> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  };
  const before = await find();
  return async () => {
    const begun = (await find()).filter((id) => !before.includes(id));
    if (begun.length === 0) throw new Error('The frame has no process of its own.');
    for (const id of begun) kill(id, 'SIGKILL');
  };
}
