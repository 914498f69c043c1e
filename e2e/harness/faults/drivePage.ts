import type { Page } from '@playwright/test';

/** What can be asked of a page, and done to it, when a frame in it has crashed. */
export interface DrivenPage {
  /** What an expression gives in the page itself, waited for. */
  run(expression: string): Promise<unknown>;
  /** A click in the middle of the element that an expression gives. */
  click(find: string): Promise<void>;
  /** Text, or `Tab` or `Enter`, to whatever has the focus, in whichever frame. */
  type(text: string): Promise<void>;
}

const keyCodes: Readonly<Record<string, number>> = { Enter: 13, Tab: 9 };

/** Playwright calls a page crashed as soon as one frame in it is, and answers nothing any more: the browser does. */
export async function drivePage(page: Page): Promise<DrivenPage> {
  const session = await page.context().newCDPSession(page);
  const run: DrivenPage['run'] = async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value as unknown;
  };
  return {
    run,
    async click(find) {
      const middle = `(({ x, y, width, height }) => [x + width / 2, y + height / 2])((${find}).getBoundingClientRect())`;
      const [x = 0, y = 0] = (await run(middle)) as number[];
      for (const type of ['mousePressed', 'mouseReleased'] as const) {
        await session.send('Input.dispatchMouseEvent', {
          type,
          x,
          y,
          button: 'left',
          clickCount: 1,
        });
      }
    },
    async type(text) {
      const windowsVirtualKeyCode = keyCodes[text];
      if (windowsVirtualKeyCode === undefined) {
        await session.send('Input.insertText', { text });
        return;
      }
      const key = { key: text, code: text, windowsVirtualKeyCode };
      const pressed = text === 'Enter' ? { ...key, text: '\r' } : key;
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...pressed });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },
  };
}
