import puppeteer, { type Frame, type Page } from 'puppeteer-core';
import type { Driver, Place } from './Driver.ts';

/** Firefox without a window, driven by WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<Driver> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 900 });

  /** The window that was opened last, if it is still there. */
  const windowOf = async (place: Place): Promise<Page> => {
    const opened = (await browser.pages()).filter((each) => each !== page && isAway(each.url()));
    return (place === 'checkout' && opened.at(-1)) || page;
  };
  /** Firefox begins with a window of its own that nobody asked for. */
  const isAway = (url: string): boolean => url.startsWith('http');

  /** The frame of another site than the page is the checkout's; without one the page is. */
  const findCheckout = (around: Page): Frame => {
    const { origin } = new URL(around.url());
    const frames = around.mainFrame().childFrames();
    return frames.find((frame) => new URL(frame.url()).origin !== origin) ?? around.mainFrame();
  };

  const run = (frame: Frame, body: string, input = ''): Promise<unknown> =>
    frame.evaluate(`((input) => { ${body} })(${JSON.stringify(input)})`);

  return {
    version: await browser.version(),
    goTo: async (url) => {
      await page.goto(url);
    },
    run: async (place, body, input) => {
      const around = await windowOf(place);
      return run(place === 'page' ? around.mainFrame() : findCheckout(around), body, input);
    },
    runAround: async (place, body, input) => run((await windowOf(place)).mainFrame(), body, input),
    clickAt: async (place, x, y) => {
      await (await windowOf(place)).mouse.click(x, y);
    },
    type: async (place, text) => {
      const { keyboard } = await windowOf(place);
      if (text === 'Enter') await keyboard.press('Enter');
      else await keyboard.type(text);
    },
    close: () => browser.close(),
  };
}
